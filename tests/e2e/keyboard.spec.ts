import type { Browser, Page } from "@playwright/test"
import { photo } from "@/prisma/demo/photo"
import { expect, test } from "./support/app"
import { press, reach, type } from "./support/keyboard"

/** A window in English in which somebody has signed in with the keyboard alone. */
async function enter(browser: Browser, address: string, account: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en", viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name: "keypoint-locale", value: "en", url: address }])
  const page = await context.newPage()
  await page.goto("/sign-in")
  await type(page, page.getByLabel("E-mail address"), `${account}@demo.keypoint.example`)
  await type(page, page.getByLabel("Password"), process.env.KEYPOINT_DEMO_PASSWORD ?? "")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  return page
}

test("evidence is logged, reviewed and traced in English with the keyboard alone", async ({ browser }, { project }) => {
  const address = project.use.baseURL ?? ""
  let number = ""
  let code = ""

  await test.step("the owner skips to the content and logs what is due", async () => {
    const page = await enter(browser, address, "owner")
    await page.reload()
    await press(page, page.getByRole("link", { name: "Skip to content" }))
    const item = page.getByRole("listitem").filter({ hasText: "A record" }).first()
    code = (await item.innerText()).match(/\d+(?:\.\d+){3}/)?.[0] ?? ""
    await press(page, item.getByRole("link", { name: "Log it", exact: true }))
    await type(page, page.getByLabel("Document number"), "SETTLEMENT-2026-11")
    const files = page.getByLabel(/^Files/)
    await reach(page, files)
    // The dialogue that opens here belongs to the system, not to the page.
    await files.setInputFiles({ name: "signed sheet.png", mimeType: "image/png", buffer: Buffer.from(photo(7)) })
    await press(page, page.getByRole("button", { name: "Submit evidence" }))
    const said = page.getByText("Submitted, waiting for review.")
    await expect(said).toBeVisible()
    number = (await page.getByRole("heading", { level: 1 }).innerText()).match(/证-\d{4}-\d{4}/)?.[0] ?? ""
    expect(number).not.toBe("")
    await page.context().close()
  })

  await test.step("the reviewer opens it, looks at its file and accepts it", async () => {
    const page = await enter(browser, address, "evidence-reviewer")
    await press(page, page.getByRole("navigation").getByRole("link", { name: "Evidence", exact: true }))
    await press(page, page.getByRole("link", { name: "Waiting for my review" }))
    await press(page, page.getByRole("link", { name: number, exact: true }))
    await expect(page.getByRole("link", { name: "signed sheet.png" })).toBeVisible()
    await reach(page, page.getByRole("link", { name: "signed sheet.png" }))
    await press(page, page.getByRole("button", { name: "Accept", exact: true }))
    await expect(page.getByText("Accepted").first()).toBeVisible()

    await press(page, page.getByRole("navigation").getByRole("link", { name: "Handbook" }))
    await expect(page.getByRole("heading", { level: 1, name: "Handbook" })).toBeVisible()
    await press(page, page.getByRole("link", { name: "All control points" }))
    await type(page, page.getByRole("searchbox", { name: "Search" }), code)
    await page.keyboard.press("Enter")
    await page.waitForURL(/q=/)
    await press(page, page.getByRole("row").filter({ hasText: code }).getByRole("link").first())
    await expect(page.getByRole("heading", { level: 1 })).toContainText(code)

    await press(page, page.getByRole("navigation").getByRole("link", { name: "Audit trail" }))
    await expect(page.getByRole("heading", { level: 1, name: "Audit trail" })).toBeVisible()
    await press(page, page.getByRole("row").filter({ hasText: number }).first().getByRole("link", { name: "Stored text and hashes" }))
    await expect(page.getByText("Previous hash").first()).toBeVisible()
    await page.context().close()
  })
})
