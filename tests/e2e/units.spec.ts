import { expect, expectAccessible, test } from "./support/app"
import { expectDone, expectRefused, formOf } from "./support/forms"
import { foundPlant } from "./support/plant"

const nextYear = new Date().getUTCFullYear() + 1

test("the administrator of the company gives a plant its closing day: it is shown, and nothing is asked for after it", async ({ people }) => {
  const plant = await foundPlant(people)
  const admin = await people.as("admin", { locale: "en" })
  await admin.goto(plant.path)
  const form = formOf(admin, "Closing day")
  await form.getByLabel("First day on which it is closed").fill("2020-01-01")
  await form.getByLabel("Why").fill("All units are shut down; the assets go to the company.")
  await form.getByRole("button").click()
  await expectRefused(admin, "Not before today: history is not made afterwards.")
  await expect(form.getByLabel("Why")).toHaveValue(/^All units/)
  await form.getByLabel("First day on which it is closed").fill(`${nextYear}-01-01`)
  await form.getByRole("button").click()
  await expectDone(admin, "The closing day is set.")
  await expect(admin.getByText(new RegExp(`^Ceases on .*${nextYear}`))).toBeVisible()
  await expectAccessible(admin)
  await admin.goto("/units")
  await expect(admin.getByRole("row").filter({ hasText: plant.code })).toContainText(/closes on .*1/)
  await admin.goto("/units/chart")
  await expect(admin.getByRole("listitem").filter({ hasText: plant.code }).last()).toContainText("ceased on")
  const office = await people.as("office", { locale: "en" })
  await office.goto(`/statements?year=${nextYear}`)
  await expect(office.getByRole("row").filter({ hasText: "Linjiang Plant" }).last().getByText("Unit closed")).toHaveCount(4)
  await office.goto(`/assessments?year=${nextYear}`)
  await expect(office.getByRole("row").filter({ hasText: plant.code }).getByText("Unit closed")).toHaveCount(4)
  await office.goto(plant.path)
  await expect(formOf(office, "Closing day")).toHaveCount(0)
})
