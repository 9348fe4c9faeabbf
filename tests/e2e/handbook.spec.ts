import { expect, expectAccessible, test } from "./support/app"

test("control points are found as one types: the field keeps the focus, the address follows, the count is said", async ({ people }) => {
  const page = await people.as("office")
  await page.goto("/handbook/points?node=3.1")
  const field = page.getByRole("searchbox", { name: "搜索" })
  const count = page.getByRole("main").getByRole("status")
  const before = await count.innerText()
  await field.pressSequentially("电价")
  await expect(page).toHaveURL(/node=3\.1.*&q=%E7%94%B5%E4%BB%B7/)
  await expect(count).not.toHaveText(before)
  await expect(page.locator("main mark").first()).toHaveText("电价")
  await expect(field).toBeFocused()
  await field.fill("3.1.2.4")
  await expect(count).toHaveText("1 个控制点")
  await expect(field).toBeFocused()
  await expectAccessible(page)
})

test("what was chosen in a filter stays while a search is typed, and a hit in a description is shown marked", async ({ people }) => {
  const page = await people.as("office", { locale: "en" })
  await page.goto("/handbook/points")
  const frequency = page.locator("select[name=frequency]")
  await frequency.selectOption("monthly")
  await page.getByRole("searchbox").pressSequentially("calorific")
  await expect(page).toHaveURL(/q=calorific/)
  await expect(page.locator("main p mark").first()).toHaveText(/calorific/i)
  await expect(frequency).toHaveValue("monthly")
  await page.locator("form").filter({ has: frequency }).getByRole("button").click()
  await expect(page).toHaveURL(/q=calorific.*frequency=monthly|frequency=monthly.*q=calorific/)
  await page.goto("/scoping")
  await expect(page.getByRole("navigation").locator("[aria-current]").first()).toHaveAttribute("href", "/handbook")
})

test("paper is light whatever theme was chosen", async ({ people }) => {
  const page = await people.as("office")
  await page.context().addCookies([{ name: "keypoint-theme", value: "dark", url: page.url() }])
  for (const path of ["/handbook/3.1/flowchart", "/handbook/compendium"]) {
    await page.goto(path)
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
    const dark = await ink()
    await page.emulateMedia({ media: "print" })
    await expect.poll(ink).not.toBe(dark)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light")
    await page.emulateMedia({ media: "screen" })
  }
})

test("an outside auditor reads a point without being offered what is the company's own work", async ({ people }) => {
  const page = await people.as("external-audit")
  await page.goto("/handbook")
  await expect(page.getByRole("link", { name: "测评点汇编" })).toBeVisible()
  await expect(page.getByRole("link", { name: /手册修订申请|手册分发与确认|年度范围/ })).toHaveCount(0)
  await page.goto("/handbook/points?q=3.1.2.4")
  await page.getByRole("row").filter({ hasText: "3.1.2.4" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3.1.2.4")
  await expect(page.getByText("燃煤电厂", { exact: false }).first()).toBeVisible()
  await expect(page.getByRole("link", { name: "申请修订" })).toHaveCount(0)
  await expect(page.getByText("尚无责任人")).toHaveCount(0)
  await expectAccessible(page)
})

test("on paper no column of a table is cut off", async ({ people }) => {
  const page = await people.as("office")
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 }
  // What remains of an upright A4 sheet between its margins.
  await page.setViewportSize({ width: 688, height: 980 })
  await page.emulateMedia({ media: "print" })
  for (const path of ["/handbook/reconciliation", "/handbook", "/handbook/3.1", "/distributions"]) {
    await page.goto(path)
    const overhang = await page.locator("table.ledger").evaluateAll((tables) => tables.map((table) => Math.round(table.getBoundingClientRect().right - document.documentElement.clientWidth)))
    expect(overhang.filter((pixels) => pixels > 0), path).toEqual([])
  }
  await page.emulateMedia({ media: "screen" })
  await page.setViewportSize({ width, height })
})

test("a process is drawn: every point of the table is a mark that leads to its page; no violation in either theme", async ({ people }) => {
  const page = await people.as("owner")
  await page.goto("/handbook/3.1")
  await page.getByRole("link", { name: "流程图" }).click()
  const drawing = page.getByRole("group", { name: "收入：流程图" })
  await expect(drawing).toBeVisible()
  const marks = await drawing.getByRole("link").evaluateAll((links) => links.map((link) => link.textContent))
  const listed = await page.getByRole("table").getByRole("link").allInnerTexts()
  expect(marks).toHaveLength(32)
  expect(marks.map((mark) => listed.filter((code) => mark?.includes(code)).length > 0)).not.toContain(false)
  await expectAccessible(page)
  await drawing.getByRole("link", { name: /^3\.1\.2\.4 / }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3.1.2.4")
  await expect(page.getByRole("table", { name: "测评" }).getByRole("link").first()).toBeVisible()
  await expectAccessible(page)
})
