import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/app"

/** Opens each kind of page that links lead to from the home page, once, and looks at it; how many kinds there were. */
async function eachKind(page: Page, look: (address: string, kind: string) => Promise<void>): Promise<number> {
  const seen = new Set<string>()
  const waiting = ["/"]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = next.split("?")[0]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/\/handbook\/\d[\d.]*/, "/handbook/{code}") ?? ""
    if (seen.has(kind)) continue
    seen.add(kind)
    const response = await page.goto(next)
    expect(response?.status(), next).toBeLessThan(400)
    const links = await page.locator("main a[href^='/'], nav a[href^='/']").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
    waiting.push(...links.map((href) => href.split("#")[0] ?? href).filter(isPage))
    await look(next, kind)
  }
  return seen.size
}

function isPage(href: string): boolean {
  return href.startsWith("/") && !href.startsWith("/api/") && !href.includes("sign-")
}

// What one role has seen in both themes, the next is shown in one: the colours are the same, the words and forms may not be.
const seenInBoth = new Set<string>()
const readers = { finance: 14, office: 14, admin: 8, "external-audit": 6 }

for (const [account, least] of Object.entries(readers)) {
  test(`every page that ${account} can reach opens, without a violation`, async ({ people }) => {
    test.setTimeout(600_000)
    const page = await people.as(account)
    const count = await eachKind(page, async (_, kind) => {
      await expect(page.locator("h1")).toHaveCount(1)
      await expect(page).toHaveTitle(/\S · 关键点 Keypoint$/)
      await expectAccessible(page, seenInBoth.has(kind) ? ["light"] : undefined)
      seenInBoth.add(kind)
    })
    expect(count).toBeGreaterThanOrEqual(least)
  })
}

test("every page fits a phone, in three languages, with its words", async ({ people }) => {
  test.setTimeout(600_000)
  for (const locale of ["zh-CN", "zh-TW", "en"] as const) {
    const page = await people.as("finance", { locale, width: 375 })
    await eachKind(page, async (address) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${address} in ${locale}`).toBeLessThanOrEqual(375)
      const text = await page.locator("body").innerText()
      const keys = text.match(/\b(?:common|access|units|handbook|evidence|assessments|deficiencies|statements|releases|audit)\.[a-zA-Z]+\.[\w.-]+/g)
      expect(keys, `${address} in ${locale}`).toBeNull()
    })
  }
})

test("the pages before sign-in have no violation in either theme", async ({ page }) => {
  for (const address of ["/sign-in", "/forgotten", "/set-password/no-such-link", "/no/such/page"]) {
    await page.goto(address)
    await expect(page.locator("h1")).toHaveCount(1)
    await expectAccessible(page)
  }
})

test("no page is without its title while another is followed to", async ({ people }) => {
  const page = await people.as("finance")
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (!document.title) document.documentElement.dataset.untitled = location.pathname
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  const rooms = await page.locator("nav a[href^='/']:visible").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
  expect(rooms.length).toBeGreaterThan(5)
  for (const room of rooms) {
    await page.locator(`nav a[href='${room}']:visible`).first().click()
    await page.waitForURL((url) => url.pathname === room)
    await expect(page.locator("html"), room).not.toHaveAttribute("data-untitled")
    await expect(page.locator(`nav a[href='${room}'][aria-current=page]:visible`).first()).toBeVisible()
  }
  await expect(page.locator("html")).not.toHaveAttribute("data-untitled")
})
