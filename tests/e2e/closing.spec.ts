import type { Page } from "@playwright/test"
import { z } from "zod"
import { photo } from "@/prisma/demo/photo"
import { expect, expectAccessible, type People, test } from "./support/app"
import { expectDone, expectRefused, formOf, headOf, unfold } from "./support/forms"
import { apiOf } from "./support/token"
import { secondWindow } from "./support/windows"

/** A control on occurrence; the only one that this plant keeps, so that a whole quarter can be tested. */
const point = "3.1.5.4"
const west = { finance: "finance@west.demo.keypoint.example", owner: "owner@west.demo.keypoint.example", tester: "tester@west.demo.keypoint.example", reviewer: "tester2@west.demo.keypoint.example" } as const
const pointsSchema = z.object({ items: z.array(z.object({ id: z.uuid(), code: z.string(), applicable: z.boolean() })), next: z.string().nullable() })

test("a quarter is signed process by process, closed and sealed; nothing in it is changed any more", async ({ people }) => {
  test.setTimeout(300_000)
  await test.step("the control office leaves the plant one point", () => keepOnePoint(people))
  const record = await test.step("its owner logs what is due, and it is accepted", () => keepEvidence(people))
  const paper = await test.step("it is tested and reviewed", () => testPoint(people))
  const stale = await secondWindow(await people.as(west.reviewer))
  await test.step("the lead moves to review, opens what is to be read, and signs", () => signProcess(people))
  await test.step("the quarter is closed once all is signed", () => closeQuarter(people))
  await test.step("the paper and the record are sealed", () => findSealed(people, { record, paper, stale }))
})

async function keepOnePoint(people: People): Promise<void> {
  const office = await people.as("office", { locale: "en" })
  await office.goto("/units")
  const unitId = /units\/([0-9a-f-]{36})/.exec((await office.getByRole("link", { name: /^Xiquan/ }).first().getAttribute("href")) ?? "")?.[1] ?? ""
  const ask = await apiOf(office)
  for (let cursor = ""; ;) {
    const { items, next } = pointsSchema.parse((await ask(`/control-points?unit=WEST&limit=200${cursor}`)).body)
    for (const { id, code, applicable } of items) {
      if (!applicable || code === point) continue
      const { status } = await ask(`/control-points/${id}/applicability`, { unitId, applicable: false, reason: "The plant is being wound up; the company performs it." })
      expect(status, code).toBe(201)
    }
    if (next === null) return
    cursor = `&cursor=${next}`
  }
}

async function keepEvidence(people: People): Promise<string> {
  const [finance, owner] = [await people.as(west.finance), await people.as(west.owner, { width: 375 })]
  await finance.goto("/units")
  await finance.getByRole("link", { name: "西泉电厂" }).first().click()
  await expect(finance.locator("main tbody tr")).toHaveCount(1)
  await finance.getByRole("checkbox", { name: "全选本页" }).check()
  const form = formOf(finance, "指派所选控制点")
  await form.getByLabel("控制责任人").selectOption({ label: "常光明" })
  await form.getByRole("button", { name: "指派所选控制点" }).click()
  await expectDone(finance, /责任人/)

  await finance.goto("/assessments")
  const plan = formOf(finance, "计划季度测评")
  await plan.getByLabel("季度").selectOption("2026-Q4")
  await plan.getByRole("button", { name: "计划" }).click()
  await finance.getByRole("link", { name: "开始测评" }).click()
  await formOf(finance, "开始本季度测评").getByRole("button", { name: "开始测评" }).click()
  await expect(finance.getByRole("heading", { name: "总体情况" })).toBeVisible()

  await owner.goto("/evidence?owner=me&period=2026-10")
  await owner.getByRole("row").filter({ hasText: point }).getByRole("link").first().click()
  const register = formOf(owner, "登记当月登记表")
  await register.getByLabel("份数").fill("1")
  await register.getByLabel("数据来源").fill("电网调整通知登记簿")
  await register.getByLabel("拍照").setInputFiles({ name: "登记簿.png", mimeType: "image/png", buffer: Buffer.from(photo(7)) })
  await register.getByRole("button", { name: "提交记录" }).click()
  await expect(owner.getByText("已提交，等待复核。")).toBeVisible()

  await finance.goto("/evidence/waiting")
  await finance.getByRole("row").filter({ hasText: point }).getByRole("link").first().click()
  await finance.getByRole("button", { name: "接受", exact: true }).click()
  await expect(finance.getByText("已接受").first()).toBeVisible()
  return new URL(finance.url()).pathname
}

async function testPoint(people: People): Promise<string> {
  const [finance, tester, reviewer] = [await people.as(west.finance), await people.as(west.tester), await people.as(west.reviewer)]
  await openBoard(finance, "?lines=all")
  const assign = formOf(finance, "指派测评人与复核人")
  await assign.getByRole("checkbox", { name: `选择 ${point}` }).check()
  await assign.getByLabel("测评人").selectOption({ label: "陆元庆" })
  await assign.getByLabel("复核人").selectOption({ label: "蒋松涛" })
  await assign.getByRole("button", { name: "指派" }).click()
  await expect(finance.getByRole("row").filter({ hasText: point })).toContainText("陆元庆")
  await openBoard(finance)
  await expect(finance.getByRole("button", { name: "转入复核" })).toBeDisabled()

  await openBoard(tester, "?lines=all")
  await tester.getByRole("link", { name: point }).click()
  await expect(headOf(tester)).toContainText(point)
  await tester.getByRole("button", { name: "开始测试" }).click()
  const design = formOf(tester, "记录设计有效性测试")
  await design.getByLabel("设计有效").check()
  await design.getByLabel("依据").fill("穿行一笔调整，按描述执行能够防止入账错误。")
  await design.getByRole("button", { name: "记录设计有效性测试" }).click()
  await expect(tester.getByText("穿行一笔调整", { exact: false }).first()).toBeVisible()
  const conformity = formOf(tester, "记录流程一致性")
  await conformity.getByLabel("与手册一致", { exact: true }).check()
  await conformity.getByLabel("依据").fill("实际做法与手册一致。")
  await conformity.getByRole("button", { name: "记录流程一致性" }).click()
  await expect(tester.getByText("实际做法与手册一致。").first()).toBeVisible()
  const population = formOf(tester, "冻结总体")
  await population.getByLabel(/^来源/).fill("本季度已接受的登记表")
  await population.getByLabel("完整性核对").fill("与电网调整通知逐份核对，无遗漏。")
  await population.getByRole("button", { name: "冻结总体" }).click()
  await formOf(tester, "抽取样本").getByRole("button", { name: "抽取样本" }).click()
  await expect(tester.getByText("用同一总体和种子可重新抽出同样的样本。")).toBeVisible()
  await tester.getByRole("region", { name: "样本与属性" }).getByRole("link", { name: "1", exact: true }).click()
  const judge = formOf(tester, "保存判断")
  const questions = judge.getByRole("group")
  await questions.first().getByLabel("已查看").check()
  const count = await questions.count()
  for (let at = 1; at < count; at += 1) await questions.nth(at).getByLabel("符合", { exact: true }).check()
  await judge.getByRole("button", { name: "保存判断" }).click()
  await expect(tester.getByRole("region", { name: "样本与属性" }).getByText("符合")).toHaveCount(count - 1)
  const conclude = formOf(tester, "下结论")
  await conclude.getByLabel(/^有效/).check()
  await conclude.getByLabel("结论依据").fill("样本均取得书面确认后入账。")
  await conclude.getByRole("button", { name: "下结论" }).click()
  await expect(headOf(tester)).toContainText("已下结论")

  const paper = new URL(tester.url()).pathname
  await reviewer.goto(paper)
  const review = formOf(reviewer, "复核通过")
  await review.getByLabel("复核意见").fill("已复核样本与通知，同意结论。")
  await review.getByRole("button", { name: "复核通过" }).click()
  await expect(headOf(reviewer)).toContainText("已复核")
  return paper
}

async function signProcess(people: People): Promise<void> {
  const finance = await people.as(west.finance)
  await openBoard(finance)
  await finance.getByRole("link", { name: "转入复核" }).click()
  await formOf(finance, "转入复核阶段").getByRole("button", { name: "转入复核" }).click()
  await expect(headOf(finance)).toContainText("复核中")
  const close = finance.getByRole("button", { name: "关闭并封存" })
  await expect(close).toBeDisabled()
  const process = finance.getByRole("form", { name: /3\.1/ })
  await process.getByRole("button").click()
  await expectRefused(finance, point)
  await process.getByRole("link", { name: point }).click()
  await expect(headOf(finance)).toContainText("已复核")
  await openBoard(finance)
  await process.getByRole("button").click()
  await expect(finance.getByRole("link", { name: "关闭并封存" })).toBeVisible()
}

async function closeQuarter(people: People): Promise<void> {
  const finance = await people.as(west.finance)
  await finance.getByRole("link", { name: "关闭并封存" }).click()
  const form = formOf(finance, "关闭并封存本季度")
  await expect(finance.getByText("全部底稿永久封存，任何人不能再改。")).toBeVisible()
  await expect(finance.getByText("本季度尚未结束", { exact: false })).toHaveCount(new Date().toISOString() < "2026-12-31T16" ? 1 : 0)
  await expectAccessible(finance)
  await form.getByRole("button", { name: "关闭并封存" }).click()
  await expect(headOf(finance)).toContainText("已关闭")
  await expect(finance.getByRole("button", { name: /关闭|转入|开始/ })).toHaveCount(0)
}

async function findSealed(people: People, { record, paper, stale }: { record: string; paper: string; stale: Page }): Promise<void> {
  const [owner, finance] = [await people.as(west.owner, { width: 375 }), await people.as(west.finance)]
  await owner.goto(record)
  await expect(owner.getByText("已封存").first()).toBeVisible()
  await expect(owner.getByRole("form", { name: "更正：提交新版本" })).toHaveCount(0)
  await finance.goto(paper)
  await expect(headOf(finance)).toContainText("已封存")
  await expect(finance.getByRole("form", { name: "重新打开" })).toHaveCount(0)
  // A window from before the closing offers what is no longer possible.
  await unfold(stale, "提出异议")
  const disagree = formOf(stale, "提出异议")
  await disagree.getByLabel("异议").fill("样本少于两个。")
  await disagree.getByRole("button", { name: "提出异议" }).click()
  await expectRefused(stale, /原来的表单在这里已不适用.*样本少于两个。/s)
  await expect(headOf(stale)).toContainText("已封存")
  await finance.goto("/audit")
  await expect(finance.getByText(/关闭了.*封存底稿1份、记录1条/).first()).toBeVisible()
}

async function openBoard(page: Page, part = ""): Promise<void> {
  await page.goto("/assessments")
  await page.getByRole("row").filter({ hasText: "西泉电厂" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "总体情况" })).toBeVisible()
  if (part) await page.goto(new URL(page.url()).pathname + part)
}
