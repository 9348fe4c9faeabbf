import type { Locator, Page } from "@playwright/test"
import { expect } from "./app"

/** Tabs on until the focus stands on what is wanted, as somebody without a mouse would; fails when it is never reached. */
export async function reach(page: Page, wanted: Locator, most = 150): Promise<void> {
  await wanted.waitFor()
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await expect(wanted).toBeFocused()
      return
    }
    await page.keyboard.press("Tab")
  }
  throw new Error(`${String(wanted)} cannot be reached with ${most} tabs`)
}

/** Reaches a link or a button and presses it. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await reach(page, wanted)
  await page.keyboard.press("Enter")
}

/** Reaches a field and types into it. */
export async function type(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field)
  await page.keyboard.type(words)
}
