import type { Page } from "@playwright/test"
import { expect, expectAccessible, type People, test } from "./support/app"
import { expectDone, expectRefused, formOf } from "./support/forms"
import { codeOfApp, giveNewPassword, leave, newcomer, newPassword } from "./support/newcomer"

/** The administrator says whether a role demands a second factor. */
async function demand(people: People, role: string, wanted: boolean) {
  const admin = await people.as("admin", { locale: "en" })
  await admin.goto("/administration/sign-in")
  await admin.getByLabel(role, { exact: true }).setChecked(wanted)
  await admin.getByRole("button", { name: "Keep these rules" }).click()
  await expectDone(admin, "The rules of signing in are kept.")
}

function appField(page: Page) {
  return page.getByRole("textbox", { name: /^Code of the app/ })
}

/** Sets up an app on the page that offers it; its secret. */
async function setUpApp(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Set up an app" }).click()
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible()
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "")
  await appField(page).fill("000000")
  await page.getByRole("button", { name: "Confirm" }).click()
  await expectRefused(page, "This is not the app's present code.")
  await appField(page).fill(codeOfApp(secret))
  await page.getByRole("button", { name: "Confirm" }).click()
  await page.waitForURL(/\/settings\/second-factor\?done=enrolled/)
  return secret
}

test("a role that demands it: an app is set up at sign-in, recovery codes open the door, and two administrators take it away", async ({ people, browser }) => {
  await demand(people, "company leadership", true)
  const { email, page, account, context } = await newcomer(people, browser, "Meng Lan", { role: "company leadership", width: 375 })
  let secret = ""
  let recovery: string[] = []

  await test.step("the password alone leads to the set-up and nowhere else", async () => {
    await giveNewPassword(page, email)
    await page.waitForURL(/\/second-factor/)
    await page.goto("/settings")
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto("/second-factor")
    await expectAccessible(page)
    secret = await setUpApp(page)
  })

  await test.step("ten recovery codes are shown once", async () => {
    await formOf(page, "Make ten new codes").getByLabel("Your password again").fill(newPassword)
    await page.getByRole("button", { name: "Make ten new codes" }).click()
    const said = await page.getByRole("status").filter({ hasText: "shown only now" }).innerText()
    recovery = said.match(/(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}/g) ?? []
    expect(recovery).toHaveLength(10)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await page.reload()
    await expect(page.getByText("10 are left.")).toBeVisible()
  })

  await test.step("at the next sign-in the app's code is asked for; a used one is refused", async () => {
    await leave(page)
    await giveNewPassword(page, email)
    await appField(page).fill(codeOfApp(secret, 1))
    await page.getByRole("button", { name: "Continue" }).first().click()
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
    await leave(page)
    await giveNewPassword(page, email)
    await appField(page).fill(codeOfApp(secret, 1))
    await page.getByRole("button", { name: "Continue" }).first().click()
    await expectRefused(page, "This code is wrong or was used already.")
    await expectAccessible(page)
  })

  await test.step("a recovery code stands in for it", async () => {
    await page.locator("summary").click()
    await page.getByRole("textbox", { name: /^Recovery code/ }).fill(recovery[0]?.toLowerCase() ?? "")
    await page.getByRole("button", { name: "Continue" }).last().click()
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
    await page.goto("/settings/second-factor")
    await expect(page.getByText("9 are left.")).toBeVisible()
  })

  await test.step("one administrator asks for its removal, another does it, and the session ends", async () => {
    const admin = await people.as("admin", { locale: "en" })
    await admin.goto(account)
    await admin.getByLabel("Reason, and how you made sure").fill("Lost the phone; seen in person")
    await admin.getByRole("button", { name: "Ask for removal" }).click()
    await expect(admin.getByRole("button", { name: "Remove the second factor" })).toBeDisabled()
    await expectAccessible(admin)
    const second = await people.as("admin2", { locale: "en" })
    await second.goto(account)
    await expect(second.getByText("asks that it be removed: Lost the phone; seen in person")).toBeVisible()
    await formOf(second, "Remove the second factor").getByRole("button", { name: "Remove the second factor" }).click()
    await expect(second.getByText("None set up.")).toBeVisible()
    await page.goto("/settings")
    await expect(page).toHaveURL(/\/sign-in/)
  })

  await demand(people, "company leadership", false)
  await giveNewPassword(page, email)
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible()
  await context.close()
})

test("who asks for a new password is told the same whether there is an account or not", async ({ page }) => {
  const answers: string[] = []
  for (const address of ["owner@demo.keypoint.example", "nobody-at-all@demo.keypoint.example"]) {
    await page.goto("/forgotten")
    await page.locator("input[name=email]").fill(address)
    await page.locator("form button[type=submit]").last().click()
    await expectDone(page, "If an account belongs to this address, a link is on its way.")
    answers.push((await page.getByRole("main").innerText()).replaceAll(address, ""))
  }
  expect(answers[0]).toBe(answers[1])
})
