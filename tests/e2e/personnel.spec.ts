import ExcelJS from "exceljs"
import { expect, expectAccessible, test } from "./support/app"
import { expectDone, expectRefused, formOf, headOf } from "./support/forms"
import { giveNewPassword, newcomer, newPassword } from "./support/newcomer"
import { foundPlant } from "./support/plant"
import { type Upload, workbookType } from "./support/workbook"

/** A personnel list as another system writes it. */
async function listOf(rows: Record<string, string>[]): Promise<Upload> {
  const book = new ExcelJS.Workbook()
  const headings = ["Name", "English name", "Email", "Department", "Until"]
  const sheet = book.addWorksheet("People")
  for (const row of [headings, ...rows.map((one) => headings.map((heading) => one[heading] ?? null))]) sheet.addRow(row)
  return { name: "people.xlsx", mimeType: workbookType, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

test("a personnel list: who joins gets an account, who moves another department, and who leaves loses access and hands over", async ({ people, browser }) => {
  const plant = await foundPlant(people)
  const admin = await people.as("admin", { locale: "en" })
  const department = formOf(admin, "Add a department")
  await admin.goto(plant.path)
  await department.getByLabel("Code").fill("finance")
  await department.getByLabel("Name in Chinese").fill("财务部")
  await department.getByLabel("Name in English").fill("Finance")
  await department.getByRole("button").click()
  await expectDone(admin, "The department is added.")
  const leaver = await newcomer(people, browser, "Qiu Ming", { unit: plant.label, role: "control owner" })
  const mover = await newcomer(people, browser, "Hong Yan", { unit: plant.label, role: "control owner", companyAccount: true })
  const joiner = { name: "Bai Xue", email: `bai.xue-${Date.now()}@demo.keypoint.example` }

  await test.step("the leaver answers for two points and is signed in", async () => {
    await giveNewPassword(leaver.page, leaver.email)
    await leaver.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
    const office = await people.as("office", { locale: "en" })
    await office.goto(`${plant.path}/ownership`)
    const form = formOf(office, "Make owner of the selected")
    for (const index of [0, 1]) await form.getByRole("checkbox", { name: /^Select \d/ }).nth(index).check()
    await form.getByRole("combobox").selectOption({ label: "Qiu Ming" })
    await form.getByRole("button", { name: "Make owner of the selected" }).click()
    await expectDone(office, /2 points/)
  })

  const compare = async (rows: Record<string, string>[]) => {
    await admin.goto("/personnel")
    const form = formOf(admin, "Compare a personnel list")
    await form.getByRole("combobox").selectOption({ label: plant.label })
    await form.getByLabel("List (.xlsx)").setInputFiles(await listOf(rows))
    await form.getByRole("button", { name: "Compare" }).click()
  }
  const list: Record<string, string>[] = [
    { Name: "白雪", "English name": joiner.name, Email: joiner.email, Department: "财务部" },
    { Name: "Hong Yan", Email: mover.email, Department: "财务部" },
    { Name: "Qiu Ming", Email: leaver.email, Until: today() },
  ]

  await test.step("a list with a wrong cell changes nothing; the right one shows what differs, once", async () => {
    await compare([...list, { Name: "高琳", Email: "no address" }])
    await expectRefused(admin, /C5/)
    await compare(list)
    await expect(admin.getByText("1 joiner, 1 mover, 1 leaver; 0 more were listed before.")).toBeVisible()
    await compare(list)
    await expect(admin.getByText("0 joiners, 0 movers, 0 leavers; 3 more were listed before.")).toBeVisible()
    await expect(admin.getByRole("row").filter({ hasText: leaver.email })).toContainText("Leaves")
    await expectAccessible(admin, ["light"])
  })

  const decide = async (email: string, name: string) => {
    await admin.goto("/personnel")
    await admin.getByRole("row").filter({ hasText: email }).getByRole("link").click()
    return formOf(admin, name)
  }

  await test.step("who joins is entered with a role and sets a password with the link", async () => {
    const form = await decide(joiner.email, "Enter, with a role")
    await form.getByLabel("Role", { exact: true }).selectOption({ label: "performer" })
    await form.getByRole("button").click()
    const said = await admin.getByRole("status").filter({ hasText: "/set-password/" }).innerText()
    const context = await browser.newContext({ locale: "en" })
    const page = await context.newPage()
    await page.goto(/https?:\S+\/set-password\/\S+/.exec(said)?.[0] ?? "")
    await page.locator("input[name=password]").fill(newPassword)
    await page.locator("input[name=passwordAgain]").fill(newPassword)
    await page.locator("form button[type=submit]").last().click()
    await page.waitForURL(/\/sign-in\?done=password/)
    await context.close()
  })

  await test.step("who moves is moved by one press, as the list says", async () => {
    const form = await decide(mover.email, "Carry out the move")
    await form.getByRole("button").click()
    await expect(headOf(admin)).toContainText("Carried out")
  })

  await test.step("who leaves is out at once, and a handover of both points waits; meanwhile somebody else answers", async () => {
    const form = await decide(leaver.email, "Carry out the departure")
    await form.getByLabel("Interim owner").selectOption({ label: "Hong Yan" })
    await form.getByRole("button").click()
    await expect(headOf(admin)).toContainText("Carried out")
    await admin.getByRole("link", { name: /^交-/ }).click()
    await expect(headOf(admin)).toContainText("Qiu Ming")
    await leaver.page.goto("/")
    await expect(leaver.page).toHaveURL(/\/sign-in/)
    await giveNewPassword(leaver.page, leaver.email)
    await expect(leaver.page.getByRole("alert").filter({ hasText: /./ })).toBeVisible()
    await admin.goto(`/handovers?unit=${plant.path.split("/").at(-1) ?? ""}`)
    const departure = admin.getByRole("row").filter({ hasText: "Qiu Ming" })
    await expect(departure).toContainText("2 items")
    await expect(departure).toContainText("Hong Yan")
    await departure.getByRole("link").first().click()
    await expect(headOf(admin)).toContainText("Opened")
    await compare(list)
    await expect(admin.getByText("0 joiners, 0 movers, 0 leavers; 0 more were listed before.")).toBeVisible()
  })
  for (const { context } of [leaver, mover]) await context.close()
})
