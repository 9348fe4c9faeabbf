import { expect, expectAccessible, test } from "./support/app"
import { expectDone, formOf } from "./support/forms"
import { newcomer } from "./support/newcomer"
import { foundPlant } from "./support/plant"

test("a new plant takes its owners from another of its kind, by the positions that they hold", async ({ people, browser }) => {
  const plant = await foundPlant(people)
  const sampler = await newcomer(people, browser, "Mai Qing", { unit: plant.label, role: "control owner", companyAccount: true })
  const admin = await people.as("admin", { locale: "en" })
  const office = await people.as("office", { locale: "en" })

  await test.step("nobody holds the positions yet: nothing can be copied, and why", async () => {
    await office.goto(`${plant.path}/ownership/copy`)
    await office.getByLabel("From which unit").selectOption({ label: "EAST Dongjiang Power Plant" })
    await office.getByRole("button", { name: "Preview", exact: true }).click()
    await expect(office.getByRole("heading", { name: "To be copied · 0" })).toBeVisible()
    await expect(office.getByRole("row").filter({ hasText: "3.2.4.1, 3.2.4.2, 3.2.4.3" })).toContainText("nobody holds the position here")
    await expect(office.getByRole("button", { name: /^Copy \d/ })).toHaveCount(0)
    await expectAccessible(office, ["light"])
  })

  await test.step("the sampler is placed", async () => {
    await admin.goto(plant.path)
    const department = formOf(admin, "Add a department")
    for (const [label, text] of [["Code", "fuel"], ["Name in Chinese", "燃料部"], ["Name in English", "Fuel"]] as const) await department.getByLabel(label).fill(text)
    await department.getByRole("button").click()
    await expectDone(admin, "The department is added.")
    const position = formOf(admin, "Add a position")
    await position.getByRole("combobox").first().selectOption({ label: "Fuel" })
    for (const [label, text] of [["Code", "fuel.sampler"], ["Name in Chinese", "采样员"], ["Name in English", "Sampler"]] as const) await position.getByLabel(label).fill(text)
    await position.getByRole("button").click()
    await expectDone(admin, "The position is added.")
    await admin.goto(`${plant.path}/people/positions`)
    const holding = formOf(admin, "Put a person into a position")
    await holding.getByLabel("Person").selectOption({ label: "Mai Qing" })
    await holding.getByLabel("Position").selectOption({ label: "Sampler" })
    await holding.getByRole("button").click()
    await expectDone(admin, "The person holds the position.")
  })

  await test.step("the sampler's points are copied, and it is said how many", async () => {
    await office.goto(`${plant.path}/ownership/copy`)
    await office.getByLabel("From which unit").selectOption({ label: "EAST Dongjiang Power Plant" })
    await office.getByRole("button", { name: "Preview", exact: true }).click()
    const copied = office.getByRole("row").filter({ hasText: "3.2.4.1, 3.2.4.2, 3.2.4.3" })
    await expect(copied).toContainText("Mai Qing")
    await office.getByRole("button", { name: "Copy 3 owners" }).click()
    await expectDone(office, "3 owners copied")
    await expect(office.getByRole("heading", { name: "To be copied · 0" })).toBeVisible()
    await office.goto(`${plant.path}/ownership?q=3.2.4`)
    await expect(office.getByRole("row").filter({ hasText: "Mai Qing" })).toHaveCount(3)
  })
  await sampler.context.close()
})
