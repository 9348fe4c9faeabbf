import type { Locator, Page } from "@playwright/test"
import { expect } from "./app"

/** The form of that name; its fields and buttons are looked for inside it alone. */
export function formOf(page: Page, name: string): Locator {
  return page.getByRole("form", { name, exact: true })
}

/** Waits for a refusal that says this. Next's own announcer is an alert too, and empty. */
export async function expectRefused(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible()
}
