import type { Locator, Page } from "@playwright/test"
import { expect } from "./app"

/** The form of that name; its fields and buttons are looked for inside it alone. */
export function formOf(page: Page, name: string): Locator {
  return page.getByRole("form", { name, exact: true })
}

/** Waits for the answer of a form that was accepted. */
export async function expectDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible()
}

/** Waits for a refusal that says this. Next's own announcer is an alert too, and empty. */
export async function expectRefused(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible()
}

/** Opens what is folded behind these words, unless it is open already. */
export async function unfold(page: Page, words: string): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: new RegExp(`^${words}$`) }) }).last()
  if ((await details.getAttribute("open")) === null) await details.locator("summary").first().click()
}

/** The status that stands beside the title of the page. */
export function headOf(page: Page): Locator {
  return page.locator("main header").first()
}
