import { expect, expectAccessible, test } from "./support/app"
import { expectDone, expectRefused, formOf, headOf } from "./support/forms"
import { giveNewPassword, newcomer } from "./support/newcomer"

test("the access of a plant is reviewed by an administrator and confirmed by a second person: who is withdrawn is out at once", async ({ people, browser }) => {
  const [admin, second] = [await people.as("admin", { locale: "en" }), await people.as("internal-audit", { locale: "en", width: 375 })]
  const surplus = await newcomer(people, browser, "Fang Yu", { unit: "WEST Xiquan Power Plant", role: "performer" })
  await giveNewPassword(surplus.page, surplus.email)
  await surplus.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
  let [address, lines] = ["", 0]
  const decide = formOf(admin, "Decide the selected")

  await test.step("the list of everybody's access is frozen", async () => {
    await admin.goto("/access-reviews")
    await admin.getByLabel("Select Xiquan Power Plant").check()
    await admin.getByRole("button", { name: "Open the reviews" }).click()
    await expectDone(admin, "One review is open.")
    await admin.getByRole("table", { name: "All reviews" }).getByRole("row").filter({ hasText: "Xiquan" }).getByRole("link").first().click()
    await expect(headOf(admin)).toContainText("Being run")
    address = new URL(admin.url()).pathname
    lines = Number(await admin.getByRole("link", { name: /^\d+$/ }).first().innerText())
    expect(lines).toBeGreaterThan(50)
    await expect(admin.getByText(`25 on this page, ${lines} in all`)).toBeVisible()
    await expectAccessible(admin)
  })

  await test.step("one person is found and withdrawn, which takes a reason", async () => {
    await admin.goto(`${address}?q=Fang`)
    await decide.getByRole("checkbox", { name: /^Fang Yu: performer/ }).check()
    await decide.getByLabel("Decision").selectOption({ label: "Withdraw" })
    await decide.getByRole("button", { name: "Decide the selected" }).click()
    await expectRefused(admin, "Say why the access is withdrawn.")
    await decide.getByLabel("Reason").fill("Helped out in June; no longer needed.")
    await decide.getByRole("button", { name: "Decide the selected" }).click()
    await expectDone(admin, "One line is decided.")
  })

  await test.step("the rest is kept in one go, also what stands on other pages", async () => {
    await admin.goto(`${address}?show=undecided`)
    await decide.getByLabel(`All ${lines - 1} that match`).check()
    await decide.getByLabel("Reason").fill("Each department's head has confirmed that it is needed.")
    await decide.getByRole("button", { name: "Decide the selected" }).click()
    await expectDone(admin, `${lines - 1} lines are decided.`)
    await formOf(admin, "Submit to a second person").getByRole("button").click()
    await expect(headOf(admin)).toContainText("Waiting for the second person")
    await expect(formOf(admin, "Confirm and carry out").getByRole("button")).toBeDisabled()
  })

  await test.step("a second person sends it back once, and then confirms", async () => {
    await second.goto(address)
    await formOf(second, "Send back").getByLabel("What is to be looked at again").fill("Is the tester's role still needed?")
    await formOf(second, "Send back").getByRole("button").click()
    await expect(headOf(second)).toContainText("Being run")
    await admin.goto(address)
    await expect(admin.getByText("Is the tester's role still needed?").first()).toBeVisible()
    await formOf(admin, "Submit to a second person").getByRole("button").click()
    await expect(headOf(admin)).toContainText("Waiting for the second person")
    expect((await surplus.page.request.get("/", { maxRedirects: 0 })).status()).toBe(200)
    await second.goto(address)
    await expectAccessible(second, ["light"])
    await formOf(second, "Confirm and carry out").getByRole("button").click()
    await expect(headOf(second)).toContainText("Confirmed")
  })

  await test.step("the role is gone with its sessions; the review is sealed", async () => {
    await surplus.page.goto("/")
    await expect(surplus.page).toHaveURL(/\/sign-in/)
    await admin.goto(`${address}?q=Fang`)
    await expect(admin.getByRole("row").filter({ hasText: "Fang Yu" })).toContainText("Withdrawn")
    await expect(decide).toHaveCount(0)
  })
  await surplus.context.close()
})
