import type { Page } from "@playwright/test"
import { expect, type People, test } from "./support/app"
import { expectRefused, formOf, unfold } from "./support/forms"
import { idIn, secondWindow, tamper } from "./support/windows"

const north = (account: string) => `${account}@north.demo.keypoint.example`
const notFound = "没有找到这一页"

/** EAST's present quarter, opened by somebody who reaches it. */
async function openBoard(page: Page, quarter: 3 | 4 = 4): Promise<void> {
  await page.goto("/assessments")
  await page.getByRole("row").filter({ hasText: "东江电厂" }).getByRole("link").nth(quarter - 3).click()
  await expect(page.getByRole("heading", { name: "总体情况" })).toBeVisible()
}

/** A paper of the quarter that is assigned and names this person, opened. */
async function openPaper(page: Page, name: string): Promise<void> {
  await openBoard(page)
  await page.goto(`${new URL(page.url()).pathname}?standing=assigned`)
  await page.getByRole("region", { name: "测评明细" }).getByRole("row").filter({ hasText: name }).first().getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "一、设计有效性" })).toBeVisible()
}

test("an owner does not test the own point, and is told who could", async ({ people }) => {
  const owner = await people.as("owner")
  await openPaper(owner, "顾明哲")
  await expect(owner.getByRole("button", { name: /^(开始测试|测试)$/ })).toBeDisabled()
  await expect(owner.getByText("您是这个控制点的责任人，不能测试自己的控制点。请找测评人办理。")).toBeVisible()
  await expect(owner.getByRole("form", { name: "开始测试" })).toHaveCount(0)
})

test("a tester does not review the own paper, nor is anyone made reviewer of the own paper", async ({ people }) => {
  const tester = await people.as("tester")
  await openBoard(tester)
  await tester.goto(`${new URL(tester.url()).pathname}?standing=concluded`)
  await tester.getByRole("region", { name: "测评明细" }).getByRole("row").filter({ hasText: "唐毅" }).first().getByRole("link").first().click()
  await expect(tester.getByRole("button", { name: "复核通过" })).toBeDisabled()
  await expect(tester.getByText("您是这份底稿的测评人，不能复核自己的底稿。", { exact: false }).first()).toBeVisible()

  const finance = await people.as("finance")
  await finance.goto(tester.url())
  await unfold(finance, "指派测评人与复核人")
  const form = formOf(finance, "指派测评人与复核人")
  await form.getByLabel("复核人").selectOption({ label: "唐毅" })
  await form.getByRole("button", { name: "指派" }).click()
  await expectRefused(finance, "测评人不能复核自己的底稿")
  await expect(form.getByLabel("复核人").locator("option:checked")).toHaveText("唐毅")
})

test("opening a concluded paper is noted of its reviewer, once", async ({ people }) => {
  const reviewer = await people.as("tester2")
  await openBoard(reviewer)
  await reviewer.goto(`${new URL(reviewer.url()).pathname}?standing=concluded`)
  await reviewer.getByRole("region", { name: "测评明细" }).getByRole("row").filter({ hasText: "唐毅" }).first().getByRole("link").first().click()
  await expect(reviewer.getByRole("heading", { name: "五、复核" })).toBeVisible()
  for (let times = 0; times < 2; times += 1) {
    await reviewer.reload()
    await expect(reviewer.getByText(/何思齐打开并阅读了.+的底稿/)).toHaveCount(1)
  }
})

test("who may not import a workbook is told at once, and an external auditor finds no such page", async ({ people }) => {
  const admin = await people.as("admin")
  await admin.goto("/handbook/imports/new")
  await expect(admin.getByRole("heading", { name: "导入工作簿" })).toBeVisible()
  await expect(admin.getByRole("main").getByText(/公司内控办/)).toBeVisible()
  await expect(admin.locator("input[type=file]")).toHaveCount(0)
  for (const account of ["external-audit", "owner"]) {
    const other = await people.as(account)
    expect((await other.goto("/handbook/imports/new"))?.status(), account).toBe(404)
  }
})

test("another plant's pages, forms and files are not found", async ({ people }) => {
  const [finance, stranger] = [await people.as("finance"), await people.as(north("finance"))]
  const addresses = await addressesOf(finance)
  for (const address of addresses) {
    // An empty answer is no page to a browser, so files are asked for without showing them.
    const isFile = address.startsWith("/api/")
    const response = isFile ? await stranger.request.get(address) : await stranger.goto(address)
    expect(response?.status(), address).toBe(404)
    if (!isFile) await expect(stranger.getByText(notFound)).toBeVisible()
  }
  await stranger.goto("/no/such-page")
  await expect(stranger.getByText(notFound)).toBeVisible()

  await stranger.goto("/units")
  await stranger.getByRole("link", { name: "北原电厂" }).click()
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText("北原电厂")
  const point = await stranger.getByRole("region", { name: "责任人" }).getByRole("row").nth(1).getByRole("link").first().getAttribute("href")
  await stranger.goto(point ?? "")
  const [, unit] = addresses[0]?.split("/units/") ?? []
  await formOf(stranger, "指派责任人").getByLabel("人员").selectOption({ index: 1 })
  await tamper(stranger, "指派责任人", "unitId", idIn(unit ?? ""))
  await formOf(stranger, "指派责任人").getByRole("button", { name: "指派责任人" }).click()
  await expectRefused(stranger, "没有找到这条记录，或它不在您可查看的单位之内。")
})

/** Things of EAST that its finance lead opens: a unit, a board, a paper, a record and its file. */
async function addressesOf(finance: Page): Promise<string[]> {
  const found: string[] = []
  const keep = async () => {
    const path = new URL(finance.url()).pathname
    expect((await finance.request.get(path)).status(), path).toBe(200)
    found.push(path)
  }
  await finance.goto("/units")
  await finance.getByRole("link", { name: "东江电厂" }).click()
  await finance.waitForURL(/\/units\/.+/)
  found.push(new URL(finance.url()).pathname.replace(/\/ownership$/, ""))
  await openBoard(finance, 3)
  await keep()
  await finance.getByRole("link", { name: "测评明细" }).click()
  await finance.getByRole("region", { name: "测评明细" }).getByRole("link").first().click()
  await finance.waitForURL(/\/tests\//)
  await keep()
  await finance.goto("/evidence?period=2026-Q3&status=accepted")
  await finance.getByRole("region", { name: "记录与应办事项" }).getByRole("link").first().click()
  await finance.waitForURL(/\/obligations\//)
  await keep()
  await finance.locator("main a[href^='/evidence/records/']").first().click()
  await finance.waitForURL(/\/records\//)
  await keep()
  const file = (await finance.locator("main a[href^='/api/files/']").first().getAttribute("href")) ?? ""
  expect((await finance.request.get(file)).status(), file).toBe(200)
  return [...found, file]
}

test("of two windows the later one is told what happened, and keeps what was chosen", async ({ people }) => {
  const finance = await people.as("finance")
  await openPaper(finance, "何思齐")
  const second = await secondWindow(finance)
  const assign = async (page: Page, risk: string) => {
    await unfold(page, "指派测评人与复核人")
    await formOf(page, "指派测评人与复核人").getByLabel("风险").selectOption(risk)
    await formOf(page, "指派测评人与复核人").getByRole("button", { name: "指派" }).click()
  }
  await assign(finance, "yes")
  await expect(finance.getByText("高风险（样本取上限）").first()).toBeVisible()
  await assign(second, "no")
  await expectRefused(second, "您打开之后，已有他人修改了这条记录。您填写的内容仍在下面")
  await expect(formOf(second, "指派测评人与复核人").getByLabel("风险")).toHaveValue("no")
  // The present version is fetched after the refusal; until it is there, a press is refused again.
  await expect(async () => {
    await formOf(second, "指派测评人与复核人").getByRole("button", { name: "指派" }).click()
    await expect(second.getByText("已指派 1 份底稿。")).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 20_000 })
})

test("who may not is told who could", async ({ people }) => {
  const page = await people.as("performer")
  await page.goto("/evidence?period=2026-Q4&status=overdue")
  await page.getByRole("region", { name: "记录与应办事项" }).getByRole("link").first().click()
  await expect(page.getByText(/的记录由责任人 .+ 或其执行人登记，请联系 .+。/)).toBeVisible()
  await expectNoForm(people, page)
})

async function expectNoForm(people: People, page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "提交记录" })).toHaveCount(0)
  const manager = await people.as("manager")
  await manager.goto("/assessments")
  await expect(manager.getByRole("button", { name: "计划" })).toBeDisabled()
  await expect(manager.getByText("测评由内控牵头人或公司内控办组织。请找内控牵头人或公司内控办办理。")).toBeVisible()
}
