import { expect, test } from "./support/app"
import { formOf } from "./support/forms"

for (const scripts of [true, false]) {
  test(`a table shows 25 rows, and as many as were chosen on every page after that, ${scripts ? "with" : "without"} scripts`, async ({ people }) => {
    const page = await people.as("finance", { scripts })
    const bodyRows = page.locator("main tbody tr")
    await page.goto("/handbook/points")
    await expect(bodyRows).toHaveCount(25)
    const choice = formOf(page, "每页条数")
    await expect(choice.getByRole("button", { name: "25" })).toHaveAttribute("aria-pressed", "true")
    await page.getByRole("link", { name: "下一页" }).click()
    await page.waitForURL(/cursor=/)

    await choice.getByRole("button", { name: "50" }).click()
    await page.waitForURL((url) => url.search === "?limit=50")
    await expect(bodyRows).toHaveCount(50)
    await expect(choice.getByRole("button", { name: "50" })).toHaveAttribute("aria-pressed", "true")

    await page.goto("/audit")
    await expect(bodyRows).toHaveCount(50)
    await page.goto("/audit?limit=25")
    await expect(bodyRows).toHaveCount(25)
    await page.goto("/audit?limit=nonsense")
    await expect(bodyRows).toHaveCount(50)
  })
}

test("somebody of a unit is found by a position, and nobody is said to be nobody", async ({ people }) => {
  const page = await people.as("finance")
  await page.goto("/units")
  const unit = (await page.getByRole("link", { name: "东江电厂" }).first().getAttribute("href"))?.replace(/\/ownership$/, "") ?? ""
  await page.goto(`${unit}/people`)
  const search = page.getByRole("searchbox", { name: "查找人员" })
  await search.fill("燃料")
  await page.waitForURL(/q=/)
  const rows = page.getByRole("table", { name: "人员" }).first().locator("tbody tr")
  for (const text of await rows.allInnerTexts()) expect(text).toContain("燃料")
  await expect(page.getByRole("status").filter({ hasText: `找到 ${await rows.count()} 人` })).toBeVisible()
  await search.fill("没有这个人")
  await expect(page.getByText("没有找到").first()).toBeVisible()
})
