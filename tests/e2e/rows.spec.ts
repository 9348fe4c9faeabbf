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

test("a unit's position is found by who holds it or by its department, and the first page has 25", async ({ people }) => {
  const page = await people.as("finance")
  await page.goto("/units")
  const unit = (await page.getByRole("link", { name: "东江电厂" }).first().getAttribute("href"))?.replace(/\/ownership$/, "") ?? ""
  await page.goto(unit)
  const rows = page.getByRole("table", { name: "岗位" }).locator("tbody tr")
  await expect(rows).toHaveCount(25)
  const holder = await rows.locator("[data-label=任职人员]").filter({ hasNotText: "空缺" }).first().innerText()
  const search = page.getByRole("searchbox", { name: "查找岗位" })
  await search.fill(holder)
  await page.waitForURL(/q=/)
  await expect(rows.first().locator("[data-label=任职人员]")).toHaveText(holder)
  for (const text of await rows.allInnerTexts()) expect(text).toContain(holder)
  await search.fill("没有这个岗位")
  await expect(page.getByText("没有找到岗位")).toBeVisible()
})

test("who reads English finds positions and people by what they are called in Chinese too", async ({ people }) => {
  const page = await people.as("finance")
  await page.goto("/units")
  const unit = (await page.getByRole("link", { name: "东江电厂" }).first().getAttribute("href"))?.replace(/\/ownership$/, "") ?? ""
  await page.context().addCookies([{ name: "keypoint-locale", value: "en", url: new URL(page.url()).origin }])
  await page.goto(`${unit}?q=${encodeURIComponent("会计")}`)
  await expect(page.getByRole("table", { name: "Positions" }).locator("tbody").getByText(/accountant/i).first()).toBeVisible()
  await page.goto(`${unit}/people?q=${encodeURIComponent("沈佩文")}`)
  await expect(page.getByRole("table").locator("tbody").getByText("Shen Peiwen")).toBeVisible()
})

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

for (const scripts of [true, false]) {
  test(`points are found by a part of their position's name and obligations by a part of their owner's, by keys, ${scripts ? "with" : "without"} scripts`, async ({ people }) => {
    const page = await people.as("finance", { scripts })
    const rows = page.locator("main tbody tr")
    await page.goto("/units")
    await page.goto((await page.getByRole("link", { name: "东江电厂" }).first().getAttribute("href")) ?? "")
    await expect(rows).toHaveCount(25)
    const position = page.getByRole("searchbox", { name: "责任岗位" })
    await position.fill("会计")
    await position.press("Enter")
    await page.waitForURL(/position=/)
    await expect(rows.filter({ has: page.locator("[data-label=责任岗位]", { hasText: "会计" }) })).toHaveCount(25)
    await expect(page.getByRole("searchbox", { name: "责任岗位" })).toHaveValue("会计")

    await page.goto("/evidence")
    await expect(rows).toHaveCount(25)
    const name = await rows.first().locator("[data-label=责任人]").innerText()
    const owner = page.getByRole("searchbox", { name: "责任人姓名" })
    await owner.fill(name)
    await owner.press("Enter")
    await page.waitForURL(/name=/)
    await expect(rows.first()).toContainText(name)
    await expect(rows.filter({ hasText: name })).toHaveCount(await rows.count())
    await expect(page.getByRole("combobox", { name: "责任人" })).toHaveValue("")
  })
}
