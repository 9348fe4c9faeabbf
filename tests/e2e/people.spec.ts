import type { Page } from "@playwright/test"
import { z } from "zod"
import { expect, expectAccessible, test } from "./support/app"
import { expectDone, expectRefused, formOf, headOf } from "./support/forms"
import { apiOf } from "./support/token"
import { giveNewPassword, newcomer, newPassword } from "./support/newcomer"
import { foundPlant } from "./support/plant"
import { signInAtProvider, startOpenIdProvider } from "./support/openid-provider"

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>
test.beforeAll(async ({ baseURL }) => {
  provider = await startOpenIdProvider(baseURL ?? "")
})
test.afterAll(() => provider.stop())

const eventsSchema = z.object({ items: z.array(z.object({ at: z.string(), recordedAt: z.string() })) })

/** What the server's own clocks say: from the command's beginning to its last insert, in milliseconds. */
async function serverTime(page: Page, unitId: string, type: string): Promise<number> {
  const ask = await apiOf(page)
  const { items } = eventsSchema.parse((await ask(`/audit-events?unit=${unitId}&type=${type}`)).body)
  expect(items).toHaveLength(1)
  return Date.parse(items[0]?.recordedAt ?? "") - Date.parse(items[0]?.at ?? "")
}

test("a plant's points get their owner in one go, who then hands all of them over with three signatures", async ({ people, browser }) => {
  test.setTimeout(300_000)
  const plant = await foundPlant(people)
  const unitId = plant.path.split("/").at(-1) ?? ""
  const leaver = await newcomer(people, browser, "Gao Lin", { unit: plant.label, role: "control owner", locale: "zh-CN" })
  const lead = await newcomer(people, browser, "Tang Wei", { unit: plant.label, role: "plant finance lead", locale: "zh-CN" })
  const taker = await newcomer(people, browser, "Su Qing", { unit: plant.label, role: "control owner", locale: "zh-CN", companyAccount: true })
  let count = 0

  await test.step("all points of the matrix, also those on other pages, in under two seconds on the server", async () => {
    const office = await people.as("office", { locale: "en" })
    await office.goto(`${plant.path}/ownership`)
    const form = formOf(office, "Make owner of the selected")
    await form.getByRole("combobox").selectOption({ label: "Gao Lin" })
    const all = form.getByLabel(/^All \d+ that match/)
    count = Number(/\d+/.exec(await form.getByText(/^All \d+ that match/).innerText())?.[0])
    expect(count).toBeGreaterThanOrEqual(460)
    await all.check()
    await form.getByRole("button", { name: "Make owner of the selected" }).click()
    await expectDone(office, `The owner of ${count} points is named.`)
    expect(await serverTime(office, unitId, "units.owners-assigned")).toBeLessThan(2000)
  })

  await test.step("the finance lead opens the handover and gives everything to one taker", async () => {
    await giveNewPassword(lead.page, lead.email)
    await lead.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
    await lead.page.goto(`${plant.path}/people`)
    await lead.page.getByRole("link", { name: "Gao Lin" }).first().click()
    await lead.page.getByText("发起移交", { exact: true }).first().click()
    const form = formOf(lead.page, "发起移交")
    await form.getByLabel("临时责任人").selectOption({ label: "Tang Wei" })
    await form.getByLabel("说明").fill("调往公司本部工作。")
    await form.getByRole("button", { name: "发起移交" }).click()
    await expect(headOf(lead.page)).toContainText("已发起")
    const divide = formOf(lead.page, "指定接交人")
    await divide.getByLabel("接交人").selectOption({ label: "Su Qing" })
    await divide.getByRole("button", { name: "交给此人" }).click()
    await expectDone(lead.page, `已指定 ${count} 项的接交人。`)
  })

  const address = new URL(lead.page.url()).pathname
  await test.step("who leaves signs with the password; a wrong one signs nothing", async () => {
    await giveNewPassword(leaver.page, leaver.email)
    await leaver.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
    await leaver.page.goto(address)
    const form = formOf(leaver.page, "签字移交")
    await form.getByLabel("再次输入登录密码").fill("not-the-password")
    await form.getByRole("button", { name: "签字移交" }).click()
    await expectRefused(leaver.page, "没有验明身份，未予办理。")
    await form.getByLabel("再次输入登录密码").fill(newPassword)
    await form.getByRole("button", { name: "签字移交" }).click()
    await expect(headOf(leaver.page)).toContainText("已移交")
  })

  await test.step("who takes over has no password here: the company account asks them anew before they sign", async () => {
    await taker.page.goto("/sign-in?to=/settings")
    await signInAtProvider(taker.page, provider, taker.email, "用公司账户登录")
    await taker.page.waitForURL(/\/settings$/)
    await taker.page.goto(address)
    await expect(formOf(taker.page, "签字接交").getByLabel("再次输入登录密码")).toHaveCount(0)
    await formOf(taker.page, "签字接交").getByRole("button", { name: "签字接交" }).click()
    await expectRefused(taker.page, "没有验明身份，未予办理。")
    await signInAtProvider(taker.page, provider, `not-${taker.email}`, "用公司账户重新登录以验明身份")
    await expect(taker.page.getByText("公司账户没有重新验明您的身份").first()).toBeVisible()
    // The provider knows the browser, and is asked for the password all the same.
    await signInAtProvider(taker.page, provider, taker.email, "用公司账户重新登录以验明身份")
    await taker.page.waitForURL(new RegExp(`${address}$`))
    await expect(taker.page.getByText("已用公司账户验明身份").first()).toBeVisible()
    await expectAccessible(taker.page)
    await formOf(taker.page, "签字接交").getByRole("button", { name: "签字接交" }).click()
    await expect(headOf(taker.page)).toContainText("已接交")
    await expect(taker.page.getByRole("row").filter({ hasText: "Su Qing" }).filter({ hasText: "用公司账户重新登录" })).toBeVisible()
  })

  await test.step("a third supervises: the points are the taker's", async () => {
    await lead.page.goto(address)
    const form = formOf(lead.page, "签字监交")
    await form.getByLabel("再次输入登录密码").fill(newPassword)
    await form.getByRole("button", { name: "签字监交" }).click()
    await expect(headOf(lead.page)).toContainText("已完成")
    await lead.page.goto(`${plant.path}/ownership`)
    await expect(lead.page.getByRole("listitem").filter({ hasText: "Su Qing" })).toContainText(`${count} 个控制点`)
  })
  for (const { context } of [leaver, lead, taker]) await context.close()
})

test("people stand by pinyin for who reads Chinese; where several fields are refused alike, each is named", async ({ people }) => {
  const finance = await people.as("finance", { locale: "zh-CN" })
  await finance.goto("/units")
  const unit = (await finance.getByRole("link", { name: "东江电厂" }).first().getAttribute("href"))?.replace(/\/ownership$/, "") ?? ""
  await finance.goto(`${unit}/people`)
  await formOf(finance, "每页条数").getByRole("button", { name: "100" }).click()
  await finance.waitForURL(/limit=100/)
  const names = await finance.getByRole("table", { name: "人员" }).first().getByRole("rowheader").allInnerTexts()
  expect(names.length).toBeGreaterThan(40)
  expect(names).toEqual(names.toSorted(new Intl.Collator("zh-CN").compare))
  expect(names).not.toEqual(names.toSorted())

  await finance.getByRole("link", { name: names[1], exact: true }).first().click()
  await finance.getByText("指定代理人", { exact: true }).first().click()
  const form = formOf(finance, "指定代理人")
  await form.getByRole("button", { name: "指定代理人" }).click()
  const lines = finance.getByRole("alert").getByRole("listitem")
  await expect(lines.first()).toBeVisible()
  const said = await lines.allInnerTexts()
  expect(said.length).toBeGreaterThan(1)
  expect(new Set(said).size).toBe(said.length)
  expect(said.join(" ")).toContain("代理人：")
  await expectAccessible(finance, ["light"])
})
