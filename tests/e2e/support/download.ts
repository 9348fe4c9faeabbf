import type { Locator, Page } from "@playwright/test"
import { expect } from "./app"

/** The bytes behind a link, as this person gets them. */
export async function downloadOf(page: Page, link: Locator): Promise<Buffer> {
  const address = (await link.getAttribute("href")) ?? ""
  const response = await page.request.get(address)
  expect(response.status(), address).toBe(200)
  return response.body()
}
