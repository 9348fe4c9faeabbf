import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/app"
import { formOf } from "./support/forms"
import { codeOfApp, giveNewPassword, leave, newcomer, newPassword } from "./support/newcomer"
import { signInAtProvider, startOpenIdProvider } from "./support/openid-provider"

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>
test.beforeAll(async ({ baseURL }) => {
  provider = await startOpenIdProvider(baseURL ?? "")
})
test.afterAll(() => provider.stop())

/** The sign-in page in English, of somebody whom neither side knows yet. */
async function signInPage(page: Page, baseURL: string | undefined, to = "/"): Promise<void> {
  await page.context().clearCookies()
  await page.context().addCookies([{ name: "keypoint-locale", value: "en", url: baseURL ?? "" }])
  await page.goto(`/sign-in?to=${to}`)
}

test("the company account signs in whoever has an account here, and leads where one wanted to go", async ({ page, baseURL }) => {
  await signInPage(page, baseURL, "/settings")
  await expectAccessible(page)
  await signInAtProvider(page, provider, "leadership@demo.keypoint.example")
  await page.waitForURL(/\/settings$/)
  await expect(page.getByRole("main").getByText("leadership@demo.keypoint.example")).toBeVisible()
})

test("nobody is let in by an unknown address or by one that the provider has not checked", async ({ page, baseURL }) => {
  for (const account of ["stranger@demo.keypoint.example", "unchecked-leadership@demo.keypoint.example"]) {
    await signInPage(page, baseURL)
    await signInAtProvider(page, provider, account)
    await expect(page.getByText("The company account named nobody who has an account here")).toBeVisible()
    await page.goto("/settings")
    await expect(page).toHaveURL(/\/sign-in/)
  }
})

test("an answer that this browser did not ask for opens nothing", async ({ page, browser, baseURL }) => {
  await signInPage(page, baseURL)
  const stolen = page.waitForRequest((request) => request.url().includes("/api/sign-in/openid/callback"))
  await page.route("**/api/sign-in/openid/callback*", (route) => route.abort())
  await signInAtProvider(page, provider, "leadership@demo.keypoint.example").catch(() => undefined)
  const address = (await stolen).url()
  const other = await browser.newContext({ locale: "en" })
  const elsewhere = await other.newPage()
  await elsewhere.goto(address)
  await expect(elsewhere).toHaveURL(`${baseURL}/sign-in?done=openIdFailed`)
  await other.close()
})

test("a provider that asked for one factor only does not spare ours", async ({ people, browser }) => {
  const { email, page, context } = await newcomer(people, browser, "Qin Song")
  await giveNewPassword(page, email)
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  await page.goto("/settings/second-factor")
  await page.getByRole("button", { name: "Set up an app" }).click()
  const secret = await page.locator("code").innerText()
  await page.getByRole("textbox", { name: /^Code of the app/ }).fill(codeOfApp(secret))
  await formOf(page, "Confirm").getByLabel("Your password again").fill(newPassword)
  await page.getByRole("button", { name: "Confirm" }).click()
  await page.waitForURL(/done=enrolled/)
  await leave(page)
  await signInAtProvider(page, provider, email)
  await page.waitForURL(/\/second-factor/)
  await page.getByRole("textbox", { name: /^Code of the app/ }).fill(codeOfApp(secret, 1))
  await page.getByRole("button", { name: "Continue" }).first().click()
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  await context.close()
})
