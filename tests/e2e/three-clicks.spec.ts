import { expect, test } from "./support/app"

for (const account of ["internal-audit", "external-audit"]) {
  test(`${account}: from a number of a signed statement to the evidence behind it in three clicks`, async ({ people }) => {
    const page = await people.as(account)
    await page.goto(account === "external-audit" ? "/releases" : "/statements")
    if (account === "external-audit") {
      // Another story releases a quarter of a plant in which nothing is effective yet.
      await page.locator("main a[href^='/releases/']").filter({ hasNotText: "北原" }).first().click()
      await page.getByRole("region", { name: "已提供的内容" }).first().getByRole("link").first().click()
    }
    await page.locator("main a[href^='/statements/']").filter({ hasText: /\S/ }).first().click()
    const stated = page.getByRole("article").locator("dl > div").filter({ hasText: "有效" }).filter({ hasNotText: "无效" })
    const number = await stated.getByRole("definition").innerText()
    await stated.getByRole("link").click()
    const lines = page.getByRole("region", { name: "测评明细" })
    await expect(lines).toContainText(`共 ${number} 条`)
    await lines.getByRole("row").filter({ hasText: "有效" }).first().getByRole("link").first().click()
    await page.getByRole("region", { name: "样本与属性" }).locator("a[href^='/evidence/records/']").first().click()
    await expect(page.getByRole("heading", { name: "文件", exact: true })).toBeVisible()
  })
}
