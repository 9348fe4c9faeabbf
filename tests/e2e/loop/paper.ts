import type { Page } from "@playwright/test"
import { expect, type People, test } from "../support/app"
import { expectRefused, formOf, headOf } from "../support/forms"
import { north, point, type Story } from "./story"

const wrong = "2026-10-16 的调整仅凭电话确认即入账，未取得电网公司书面确认。"

/** Step 4: the paper is assigned, tested to an ineffective conclusion, and reviewed by another person. */
export async function testPoint(people: People, story: Story): Promise<void> {
  const [finance, tester] = [await people.as(north.finance), await people.as(north.tester)]

  await test.step("the lead assigns a tester and a reviewer", async () => {
    await openBoard(finance)
    const form = formOf(finance, "指派测评人与复核人")
    await form.getByRole("checkbox", { name: `选择 ${point}` }).check()
    await form.getByLabel("测评人").selectOption({ label: "纪晓岩" })
    await form.getByLabel("复核人").selectOption({ label: "殷素琴" })
    await form.getByRole("button", { name: "指派" }).click()
    await expect(finance.getByRole("row").filter({ hasText: point })).toContainText("纪晓岩")
  })

  await test.step("the tester starts; design and conformity", async () => {
    await openBoard(tester)
    await tester.getByRole("link", { name: point }).click()
    await expect(headOf(tester)).toContainText(point)
    story.paper = new URL(tester.url()).pathname
    await tester.getByRole("button", { name: "开始测试" }).click()
    const design = formOf(tester, "记录设计有效性测试")
    await design.getByLabel("设计有效").check()
    await design.getByRole("button", { name: "记录设计有效性测试" }).click()
    await expectRefused(tester, /请说明理由|请填写此项/)
    await expect(design.getByLabel("设计有效")).toBeChecked()
    await design.getByLabel("依据").fill("穿行一笔调整，按描述执行能够防止入账错误。")
    await design.getByRole("button", { name: "记录设计有效性测试" }).click()
    await expect(tester.getByText("穿行一笔调整", { exact: false }).first()).toBeVisible()
    const conformity = formOf(tester, "记录流程一致性")
    await conformity.getByLabel("与手册一致", { exact: true }).check()
    await conformity.getByLabel("依据").fill("实际做法与手册一致。")
    await conformity.getByRole("button", { name: "记录流程一致性" }).click()
    await expect(tester.getByText("实际做法与手册一致。").first()).toBeVisible()
  })

  await test.step("the population is frozen and a sample drawn with its seed", async () => {
    const population = formOf(tester, "冻结总体")
    await population.getByLabel(/^来源/).fill("本季度已接受的登记表")
    await population.getByLabel("完整性核对").fill("与电网调整通知逐份核对，无遗漏。")
    await population.getByRole("button", { name: "冻结总体" }).click()
    const draw = formOf(tester, "抽取样本")
    await draw.getByRole("button", { name: "抽取样本" }).click()
    await expect(tester.getByText("用同一总体和种子可重新抽出同样的样本。")).toBeVisible()
  })

  await test.step("an attribute is not met, and the exception is a deviation", async () => {
    const sample = tester.getByRole("region", { name: "样本与属性" }).getByRole("link", { name: "1", exact: true })
    await sample.click()
    const judge = formOf(tester, "保存判断")
    const questions = judge.getByRole("group")
    await questions.first().getByLabel("已查看").check()
    const last = (await questions.count()) - 1
    for (let at = 1; at < last; at += 1) await questions.nth(at).getByLabel("符合", { exact: true }).check()
    await questions.nth(last).getByLabel("不符合").check()
    await judge.getByLabel("说明").last().fill(wrong)
    await judge.getByRole("button", { name: "保存判断" }).click()
    await expect(tester.getByText("待判定")).toBeVisible()
    await sample.click()
    const decide = formOf(tester, "判定偏差")
    await decide.getByLabel("是", { exact: true }).check()
    await decide.getByLabel("系统性").check()
    await decide.getByLabel("理由").fill(wrong)
    await decide.getByRole("button", { name: "判定偏差" }).click()
    await expect(tester.getByText("有偏差：结论只能是无效。")).toBeVisible()
  })

  await test.step("it cannot be called effective; ineffective registers a deficiency", async () => {
    const conclude = formOf(tester, "下结论")
    await conclude.getByLabel(/^有效/).check()
    await conclude.getByLabel("结论依据").fill(wrong)
    await conclude.getByRole("button", { name: "下结论" }).click()
    await expectRefused(tester, "有偏差，构成缺陷，不能得出有效的结论。")
    await expect(conclude.getByLabel("结论依据")).toHaveValue(wrong)
    await conclude.getByLabel(/^无效/).check()
    await conclude.getByRole("button", { name: "下结论" }).click()
    await expect(tester.getByText("由本底稿登记的缺陷")).toBeVisible()
  })

  await test.step("the tester cannot review the own paper; another person does", async () => {
    await expect(tester.getByRole("button", { name: "复核通过" })).toBeDisabled()
    await expect(tester.getByText("不能复核自己的底稿", { exact: false }).first()).toBeVisible()
    await finance.goto(story.paper)
    const form = formOf(finance, "复核通过")
    await form.getByLabel("复核意见").fill("已复核样本与通知，同意结论。")
    await form.getByRole("button", { name: "复核通过" }).click()
    await expect(headOf(finance)).toContainText("已复核")
    story.deficiency = (await finance.getByRole("status").getByRole("link").first().getAttribute("href")) ?? ""
    expect(story.deficiency).toMatch(/^\/deficiencies\//)
  })
}

async function openBoard(page: Page): Promise<void> {
  await page.goto("/assessments")
  await page.getByRole("row").filter({ hasText: "北原电厂" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "总体情况" })).toBeVisible()
  await page.goto(`${new URL(page.url()).pathname}?node=3.1`)
}
