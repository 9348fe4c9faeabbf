import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/app"
import { formOf } from "./support/forms"
import { idIn } from "./support/windows"

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const statusOf = async (page: Page, address: string) => (await page.request.get(address, { maxRedirects: 0 })).status()

test("a tester is asked for by one plant and lent from another, sees the papers named and nothing else, until the loan ends", async ({ people }) => {
  const english = { locale: "en" } as const
  const [finance, office, tester] = [await people.as("finance", english), await people.as("office", english), await people.as("tester@north.demo.keypoint.example", english)]
  const loan = (page: Page) => page.getByRole("row").filter({ hasText: "2.1.2.1" }).filter({ hasText: "Dongjiang" })
  let [assessment, paper, other, unit, name] = ["", "", "", "", ""]

  await test.step("the plant that lacks independent people asks, for one paper", async () => {
    await finance.goto("/units")
    unit = (await finance.getByRole("link", { name: "Dongjiang Power Plant" }).first().getAttribute("href")) ?? ""
    await finance.goto("/assessments")
    await finance.getByRole("row").filter({ hasText: "Dongjiang" }).getByRole("link", { name: /Open/ }).click()
    await finance.getByRole("link", { name: "Borrow a tester" }).click()
    await finance.waitForURL(/\/borrowings\?assessment=/)
    assessment = idIn(finance.url())
    const form = formOf(finance, "Borrow a tester")
    other = `/assessments/${assessment}/tests/${(await form.getByRole("checkbox", { name: "Select 2.1.2.2" }).getAttribute("value")) ?? ""}`
    await form.getByRole("checkbox", { name: "Select 2.1.2.1" }).check()
    await form.getByLabel("Last day").fill(inAMonth())
    await form.getByLabel("Reason").fill("Everybody here who could test it has performed it.")
    await form.getByRole("button", { name: "Ask" }).click()
    await expect(loan(finance)).toContainText("Asked")
    await expect(loan(finance).getByRole("form", { name: /^Lend/ })).toHaveCount(0)
    paper = (await loan(finance).getByRole("link", { name: "2.1.2.1" }).getAttribute("href")) ?? ""
    expect([await statusOf(tester, paper), await statusOf(tester, other)]).toEqual([404, 404])
  })

  await test.step("who leads both plants lends", async () => {
    await office.goto("/borrowings")
    const form = loan(office).getByRole("form", { name: /^Lend/ })
    const offered = form.getByRole("combobox").locator("option", { hasText: "Beiyuan Power Plant" }).filter({ hasText: "Ji Xiaoyan" })
    name = (await offered.innerText()).trim()
    await form.getByRole("combobox").selectOption({ label: name })
    await form.getByRole("button", { name: "Lend" }).click()
    await expect(loan(office)).toContainText("Lent")
    await expect(loan(office)).toContainText("Ji Xiaoyan")
    const lending = await people.as("finance@north.demo.keypoint.example", english)
    await lending.goto("/borrowings")
    // The papers are the other plant's; its name is no secret.
    const row = lending.getByRole("row").filter({ hasText: "Ji Xiaoyan" })
    await expect(row).toContainText("Dongjiang")
    await expect(row.getByRole("link")).toHaveCount(0)
    await expectAccessible(office, ["light"])
  })

  await test.step("the borrowed tester sees that paper alone, and starts it", async () => {
    await tester.goto("/borrowings")
    await loan(tester).getByRole("link", { name: "2.1.2.1" }).click()
    await expect(tester.getByRole("heading", { level: 1 })).toContainText("2.1.2.1")
    await tester.getByRole("button", { name: "Start" }).first().click()
    await expect(tester.locator("main header").first()).toContainText("In progress")
    const closed = [other, unit, `${unit}/people`, `${unit}/ownership`, `/api/handbook?unit=${idIn(unit)}`]
    for (const address of closed) expect(await statusOf(tester, address), address).toBe(404)
    for (const address of ["/units", "/units/chart", "/assessments", "/evidence", "/deficiencies", "/statements", "/access-reviews", "/handovers"]) {
      const answer = await tester.request.get(address)
      expect((await answer.text()).includes("Dongjiang"), address).toBe(false)
    }
  })

  await test.step("there they are nobody: not among the people, not to be made an owner", async () => {
    await finance.goto(`${unit}/people?q=Ji Xiaoyan`)
    await expect(finance.getByRole("link", { name: "Ji Xiaoyan" })).toHaveCount(0)
    await finance.goto(`${unit}/ownership`)
    await expect(formOf(finance, "Make owner of the selected").locator("option", { hasText: "Ji Xiaoyan" })).toHaveCount(0)
  })

  await test.step("the plant gives them back: at once there is nothing left to see", async () => {
    await finance.goto("/borrowings")
    await loan(finance).getByText("End the loan").first().click()
    const form = loan(finance).getByRole("form", { name: /^End the loan/ })
    await form.getByLabel("Reason").fill("A colleague is back.")
    await form.getByRole("button").click()
    await expect(loan(finance)).toContainText("Ended")
    expect(await statusOf(tester, paper)).toBe(404)
    await tester.goto("/borrowings")
    await expect(loan(tester)).toContainText("Ended")
    await expect(loan(tester).getByRole("link")).toHaveCount(0)
  })
})
