import type { Page } from "@playwright/test"
import { expect, type People, test } from "../support/app"
import { formOf } from "../support/forms"
import { downloadOf } from "../support/download"
import { point, type Story } from "./story"

/** Step 7: from the report down to the file in three clicks; and what is released is all that an outside auditor sees. */
export async function audit(people: People, story: Story): Promise<void> {
  const [inside, office, outside] = [await people.as("internal-audit"), await people.as("office"), await people.as("external-audit")]

  await test.step("internal audit: report, deficiency, evidence, file", async () => {
    await inside.goto("/deficiencies/report")
    const pdf = await downloadOf(inside, inside.getByRole("link", { name: "PDF", exact: true }))
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-")
    const workbook = await downloadOf(inside, inside.getByRole("link", { name: "Excel 工作簿" }))
    expect(workbook.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")

    await inside.getByRole("region", { name: "缺陷清单" }).last().getByRole("row").filter({ hasText: "北原电厂" }).filter({ hasText: point }).getByRole("link").first().click()
    await expect(inside.getByRole("link", { name: /^打开底稿/ })).toBeVisible()
    await inside.getByRole("region", { name: "出处与证据" }).locator("a[href^='/evidence/records/']").first().click()
    await expect(inside.getByRole("heading", { name: "文件", exact: true })).toBeVisible()
    const file = inside.locator("main a[href^='/api/files/']").filter({ hasText: /\S/ }).first()
    expect((await downloadOf(inside, file)).length).toBeGreaterThan(20)
  })

  await test.step("the paper leads to the same evidence", async () => {
    await inside.goto(story.paper)
    await inside.getByRole("region", { name: "样本与属性" }).getByRole("link").first().click()
    await expect(inside).toHaveURL(/\/evidence\/records\//)
  })

  await test.step("before a release the outside auditor sees nothing of the plant", async () => {
    for (const address of [story.paper, story.deficiency]) expect((await outside.goto(address))?.status(), address).toBe(404)
  })

  await test.step("the control office releases the quarter to an engagement", () => release(office))

  await test.step("the outside auditor sees exactly that, and no button to change anything", async () => {
    await outside.goto("/releases")
    await outside.getByRole("link", { name: "北原电厂年度内控审计" }).click()
    await outside.getByRole("region", { name: "已提供的内容" }).first().getByRole("link").first().click()
    await expect(outside.getByRole("heading", { level: 1 })).toContainText("北原电厂")
    await expect(outside.locator("main")).not.toContainText("东江电厂")
    await expect(outside.locator("main a[href^='/deficiencies/']").first()).toBeVisible()
    const links = await outside.locator("main a[href^='/deficiencies/'], main a[href^='/statements/'], main a[href$='" + story.paper + "'], main a[href^='/evidence/records/']").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""))
    expect(links).toContain(story.deficiency)
    expect(links).toContain(story.paper)
    for (const address of new Set(links)) await expectReadOnly(outside, address)
    const east = await people.as("finance")
    await east.goto("/assessments")
    await east.getByRole("row").filter({ hasText: "东江电厂" }).getByRole("link").last().click()
    await east.getByRole("link", { name: "测评明细" }).click()
    await east.getByRole("region", { name: "测评明细" }).getByRole("link").first().click()
    await east.waitForURL(/\/tests\//)
    expect((await outside.goto(new URL(east.url()).pathname))?.status(), "a quarter of another plant that was not released").toBe(404)
  })
}

async function release(office: Page): Promise<void> {
  await office.goto("/releases")
  const open = formOf(office, "建立审计项目")
  await open.getByLabel("中文名称").fill("北原电厂年度内控审计")
  await open.getByLabel("英文名称").fill("Beiyuan control audit")
  await open.getByLabel("结束日期").fill("2027-06-30")
  await open.getByRole("button", { name: "建立项目" }).click()
  const join = formOf(office, "添加审计师")
  await join.getByLabel("外部审计师").selectOption({ label: "莫之言" })
  await join.getByRole("button", { name: "添加" }).click()
  await expect(office.getByText("没有可添加的外部审计师。", { exact: false })).toBeVisible()
  const choose = office.getByRole("search", { name: "选择单位和季度" })
  await choose.getByLabel("单位").selectOption({ label: "北原电厂" })
  await choose.getByLabel("季度").selectOption("2026-Q4")
  await choose.getByRole("button", { name: "筛选" }).click()
  await office.waitForURL(/quarter=2026-Q4/)
  const form = formOf(office, "提供一个季度")
  await form.getByLabel("保密审查说明").fill("吴桐 2026-11-22 审查，不含国家秘密。")
  await form.getByRole("button", { name: "提供给审计项目" }).click()
  await expect(office.getByRole("region", { name: "已提供的内容" }).first()).toContainText("北原电厂")
}

/** Opens, and has neither a form that posts nor a field to write in. */
async function expectReadOnly(page: Page, address: string): Promise<void> {
  const response = await page.goto(address)
  expect(response?.status(), address).toBe(200)
  await expect(page.locator("main button:not(form[role=search] button)"), address).toHaveCount(0)
  await expect(page.locator("main form:not([role=search])"), address).toHaveCount(0)
}
