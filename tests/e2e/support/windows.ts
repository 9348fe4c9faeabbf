import type { Page } from "@playwright/test"

/** The same person's second window at the same page. */
export async function secondWindow(page: Page): Promise<Page> {
  const second = await page.context().newPage()
  await second.goto(page.url())
  return second
}

/** Puts another value into what a form sends along unseen, as somebody with the browser's tools would. */
export async function tamper(page: Page, form: string, name: string, value: string): Promise<void> {
  const sent = page.getByRole("form", { name: form, exact: true })
  await sent.waitFor()
  const changed = await sent.locator(`input[type=hidden][name=${name}]`).evaluateAll((inputs, wanted) => {
    for (const input of inputs) input.setAttribute("value", wanted)
    return inputs.length
  }, value)
  if (changed === 0) throw new Error(`${form} sends no ${name}`)
}

/** The id that stands last in an address. */
export function idIn(address: string): string {
  return address.match(/[0-9a-f]{8}-[0-9a-f-]{27}(?=[^/]*$)/)?.[0] ?? ""
}
