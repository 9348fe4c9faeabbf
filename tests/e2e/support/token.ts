import type { Page } from "@playwright/test"
import { formOf } from "./forms"

/** Asks the API in the name of whoever reads this page in English, by a token made on their settings page. */
export async function apiOf(page: Page): Promise<(path: string, body?: object) => Promise<{ status: number; body: unknown }>> {
  await page.goto("/settings")
  const form = formOf(page, "Create a token")
  await form.getByLabel("What it is for").fill("browser tests")
  for (const scope of await form.getByRole("group", { name: "Good for" }).getByRole("checkbox").all()) await scope.check()
  await form.getByRole("button").click()
  const said = await page.getByRole("status").filter({ hasText: "shown only now" }).innerText()
  const headers = { authorization: `Bearer ${/now: (\S+)/.exec(said)?.[1] ?? ""}` }
  return async (path, body) => {
    const address = `/api/v1${path}`
    const answer = body === undefined ? await page.request.get(address, { headers }) : await page.request.post(address, { headers, data: body })
    return { status: answer.status(), body: await answer.json() }
  }
}
