import type { Browser, BrowserContext, Page } from "@playwright/test"
import { Secret, TOTP } from "otpauth"
import { expect, type People } from "./app"
import { expectDone, formOf } from "./forms"

export const newPassword = "tide lantern copper nine"

/** What an authenticator app shows, now or half a minute on. */
export function codeOfApp(secret: string, ahead = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: Date.now() + ahead * 30_000 })
}

export type Newcomer = { email: string; page: Page; context: BrowserContext; account: string }

/** `unit` is what the form calls it; `companyAccount` is for who never sets a password here. */
type Options = { role?: string; locale?: "en" | "zh-CN"; width?: number; unit?: string; companyAccount?: boolean }

/** A person whom the administrator has just entered, with a role, and who has set their password with the one-time link. */
export async function newcomer(people: People, browser: Browser, called: string, options: Options = {}): Promise<Newcomer> {
  const admin = await people.as("admin", { locale: "en" })
  const email = `${called.replace(" ", ".").toLowerCase()}-${Date.now()}@demo.keypoint.example`
  await admin.goto("/administration")
  const form = formOf(admin, "Add a person")
  await form.getByLabel("Name in Chinese").fill(called)
  await form.getByLabel("Name in Latin letters").fill(called)
  await form.getByLabel("E-mail address").fill(email)
  await form.getByLabel("Unit").selectOption({ label: options.unit ?? "HQ Jiangyuan Power Co., Ltd." })
  await form.getByRole("button").click()
  const said = await admin.getByRole("status").filter({ hasText: "/set-password/" }).innerText()
  await admin.goto(`/administration?q=${email}`)
  await admin.getByRole("link", { name: called, exact: true }).first().click()
  await expect(admin.getByRole("heading", { level: 1, name: called })).toBeVisible()
  const account = new URL(admin.url()).pathname
  if (options.role) {
    const grant = formOf(admin, "Grant")
    await grant.getByLabel("Role").selectOption({ label: options.role })
    if (options.unit) await grant.getByLabel("Unit").selectOption({ label: options.unit })
    await grant.getByRole("button").click()
    await expectDone(admin, "The role is granted.")
  }
  const context = await browser.newContext({ locale: "en", viewport: { width: options.width ?? 1280, height: 900 } })
  await context.addCookies([{ name: "keypoint-locale", value: options.locale ?? "en", url: new URL(admin.url()).origin }])
  const page = await context.newPage()
  if (options.companyAccount) return { email, page, context, account }
  await page.goto(/https?:\S+\/set-password\/\S+/.exec(said)?.[0] ?? "")
  await page.locator("input[name=password]").fill(newPassword)
  await page.locator("input[name=passwordAgain]").fill(newPassword)
  await page.locator("form button[type=submit]").last().click()
  await page.waitForURL(/\/sign-in\?done=password/)
  return { email, page, context, account }
}

/** Gives address and password; what follows is the caller's. */
export async function giveNewPassword(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in")
  await page.locator("input[name=email]").fill(email)
  await page.locator("input[name=password]").fill(newPassword)
  await page.locator("input[name=password]").press("Enter")
}

/** Signs out by the menu that bears the person's name. */
export async function leave(page: Page): Promise<void> {
  await page.context().clearCookies({ name: /session-token$/ })
  await page.goto("/sign-in")
}
