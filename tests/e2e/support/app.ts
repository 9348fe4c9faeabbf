import { AxeBuilder } from "@axe-core/playwright"
import { test as base, type BrowserContext, expect, type Page } from "@playwright/test"

type Options = { locale?: "zh-CN" | "zh-TW" | "en"; width?: number; scripts?: boolean }

/** A browser per person, whose stray errors fail the test. */
export type People = { as: (account: string, options?: Options) => Promise<Page> }

export const test = base.extend<{ people: People }>({
  people: async ({ browser, baseURL }, provide) => {
    const open = new Map<string, Page>()
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    const as = async (account: string, options: Options = {}) => {
      const key = `${account} ${JSON.stringify(options)}`
      const known = open.get(key)
      if (known) return known
      const context = await browser.newContext({ locale: options.locale ?? "zh-CN", viewport: { width: options.width ?? 1280, height: 900 }, javaScriptEnabled: options.scripts ?? true })
      contexts.push(context)
      await context.addCookies([{ name: "keypoint-locale", value: options.locale ?? "zh-CN", url: baseURL ?? "" }])
      const page = await context.newPage()
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("Failed to load resource")) complaints.push(`${account}: ${message.text()}`)
      })
      page.on("pageerror", (error) => complaints.push(`${account}: ${error.message}`))
      await signIn(page, account)
      open.set(key, page)
      return page
    }
    await provide({ as })
    for (const context of contexts) await context.close()
    expect(complaints, "what the browser complained about").toEqual([])
  },
})

/** Signs a demonstration account in by the sign-in page. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in")
  await page.locator("input[name=email]").fill(account.includes("@") ? account : `${account}@demo.keypoint.example`)
  await page.locator("input[name=password]").fill(process.env.KEYPOINT_DEMO_PASSWORD ?? "")
  await page.locator("input[name=password]").press("Enter")
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
// The second theme has the same elements, names and sizes: only colours differ.
const ofColour = ["color-contrast", "link-in-text-block"]

/** No violation of WCAG 2.2 AA that axe can find, in light and dark. */
export async function expectAccessible(page: Page, themes: readonly ("light" | "dark")[] = ["light", "dark"]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === themes[0] ? axe.withTags(standards) : axe.withRules(ofColour)).analyze()
    const found = violations.map((violation) => `${colorScheme} ${page.url()}: ${violation.id} — ${violation.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`)
    expect(found).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

export { expect }
