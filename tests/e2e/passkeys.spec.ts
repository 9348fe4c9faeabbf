import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/app"
import { expectRefused, formOf } from "./support/forms"
import { giveNewPassword, leave, newcomer, newPassword } from "./support/newcomer"

/** Chromium's virtual authenticator in this page's browser: a device with a finger that is always there, or never. */
async function deviceOf(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send("WebAuthn.enable")
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return {
    passkeys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    recognise: (isUserVerified: boolean) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  }
}

test("a passkey is added, signs in without a password, stands in as second factor, and is given up", async ({ people, browser }) => {
  const { email, page, context } = await newcomer(people, browser, "Shen Yue")
  const device = await deviceOf(page)

  await test.step("added in the settings", async () => {
    await giveNewPassword(page, email)
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
    await page.goto("/settings/second-factor")
    await page.getByRole("textbox", { name: /^Name/ }).fill("Work laptop")
    const form = formOf(page, "Add a passkey")
    await form.getByRole("button", { name: "Add a passkey" }).click()
    await expectRefused(page, "Who you are was not proved")
    expect(await device.passkeys()).toBe(0)
    await form.getByLabel("Your password again").fill(newPassword)
    await form.getByRole("button", { name: "Add a passkey" }).click()
    await page.waitForURL(/done=enrolled/)
    await expect(page.getByRole("rowheader", { name: "Work laptop" })).toBeVisible()
    expect(await device.passkeys()).toBe(1)
    await expectAccessible(page)
  })

  await test.step("signs in without a password, and goes where one wanted to go", async () => {
    await leave(page)
    await page.goto("/sign-in?to=/settings/second-factor")
    await page.getByRole("button", { name: "Sign in with a passkey" }).click()
    await page.waitForURL(/\/settings\/second-factor$/)
    await expect(page.getByRole("rowheader", { name: "Work laptop" })).toBeVisible()
  })

  await test.step("after the password it is the second factor; with the wrong finger nothing opens", async () => {
    await leave(page)
    await giveNewPassword(page, email)
    await page.waitForURL(/\/second-factor/)
    await expectAccessible(page)
    await device.recognise(false)
    await page.getByRole("button", { name: "Use a passkey" }).click()
    await expectRefused(page, "The device gave no answer, or you cancelled.")
    await device.recognise(true)
    await page.getByRole("button", { name: "Use a passkey" }).click()
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  })

  await test.step("what is asked of the device from within a form leads nobody away from it, and says why it is not", async () => {
    await page.goto("/settings/second-factor")
    const form = formOf(page, "Give up")
    await form.getByText("Prove it another way").click()
    await page.context().setOffline(true)
    await form.getByRole("button", { name: "Use a passkey" }).click()
    await expect(form.getByRole("alert")).toHaveText("This cannot be done just now: try again in a while.")
    await page.context().setOffline(false)
    const signedIn = await page.context().cookies()
    await page.context().clearCookies({ name: /session-token$/ })
    await form.getByRole("button", { name: "Use a passkey" }).click()
    await expect(form.getByRole("alert")).toHaveText("You are not signed in, or your session has ended. Sign in again to continue.")
    await page.context().addCookies(signedIn)
    await form.getByRole("button", { name: "Use a passkey" }).click()
    await expect(form.getByRole("status")).toHaveText("The passkey has proved who you are. Go on.")
  })

  await test.step("given up with the password; it no longer signs in", async () => {
    await page.goto("/settings/second-factor")
    await formOf(page, "Give up").getByLabel("Your password again").fill(newPassword)
    await page.getByRole("button", { name: "Give up Work laptop" }).click()
    await expect(page.getByRole("rowheader", { name: "Work laptop" })).toHaveCount(0)
    await leave(page)
    await page.getByRole("button", { name: "Sign in with a passkey" }).click()
    await expectRefused(page, "This passkey was not accepted.")
    await giveNewPassword(page, email)
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  })
  await context.close()
})
