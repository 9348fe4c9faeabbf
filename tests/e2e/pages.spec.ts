import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/app"

/** Every address of the workspace that a link leads to, from one that the person can open; each kind of page once. */
async function kinds(page: Page, begin: string[]): Promise<string[]> {
  const seen = new Map<string, string>()
  const waiting = [...begin]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = next.split("?")[0]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}").replace(/\/handbook\/\d[\d.]*/, "/handbook/{code}") ?? ""
    if (seen.has(kind)) continue
    seen.set(kind, next)
    const response = await page.goto(next)
    expect(response?.status(), next).toBeLessThan(400)
    waiting.push(...(await page.locator("main a[href^='/'], nav a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))).filter(isPage))
  }
  return [...seen.values()]
}

function isPage(href: string): boolean {
  return href.startsWith("/") && !href.startsWith("/api/") && !href.includes("sign-")
}

const readers = { finance: 14, office: 14, owner: 8, manager: 8, "internal-audit": 12, admin: 8, "external-audit": 1 }

for (const [account, least] of Object.entries(readers)) {
  test(`every page that ${account} can reach opens, without a violation in either theme`, async ({ people }) => {
    test.setTimeout(300_000)
    const page = await people.as(account)
    const pages = await kinds(page, ["/"])
    expect(pages.length, pages.join(" ")).toBeGreaterThanOrEqual(least)
    for (const address of pages) {
      await page.goto(address)
      await expect(page.locator("h1")).toHaveCount(1)
      await expectAccessible(page)
    }
  })
}

test("every page fits a phone, in three languages", async ({ people }) => {
  test.setTimeout(300_000)
  for (const locale of ["zh-CN", "zh-TW", "en"] as const) {
    const page = await people.as("finance", { locale, width: 375 })
    for (const address of await kinds(page, ["/"])) {
      await page.goto(address)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `${address} in ${locale}`).toBeLessThanOrEqual(375)
      const keys = await page.locator("body").innerText()
      expect(keys.match(/\b(?:common|access|units|handbook|evidence|assessments|deficiencies|statements|releases|audit)\.[a-zA-Z]+\.[\w.-]+/g), `${address} in ${locale}`).toBeNull()
    }
  }
})
