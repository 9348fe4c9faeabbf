import type { Page } from "@playwright/test"
import { expect, signIn, test } from "./support/app"
import { expectDone, expectRefused, formOf } from "./support/forms"
import { secondWindow, tamper } from "./support/windows"

const words = "仓库盘点表缺少监盘人签字，已向部门负责人说明。"

/** The report of a deficiency, half written. */
async function report(page: Page) {
  await page.goto("/deficiencies/new")
  const form = formOf(page, "登记缺陷")
  await form.getByLabel(/^情况：应当怎样/).fill(words)
  return form
}

test("a session that ended while a form was filled in costs nothing that was typed", async ({ people }) => {
  const page = await people.as("performer")
  const form = await report(page)
  await page.context().clearCookies({ name: /session-token$/ })
  await form.getByRole("button", { name: "登记", exact: true }).click()
  await expectRefused(page, "您尚未登录，或登录已过期。")
  await expect(form.getByLabel(/^情况：应当怎样/)).toHaveValue(words)
  const opened = page.waitForEvent("popup")
  await page.getByRole("link", { name: /^在新窗口登录/ }).click()
  const second = await opened
  await expect(second).toHaveURL(/\/sign-in$/)
  await signIn(second, "performer")
  await form.getByRole("button", { name: "登记", exact: true }).click()
  // Who they are is known again; what the form still lacks is asked for.
  await expectRefused(page, "填写的内容有误，请改正下列各处；已填的内容都还在。")
  await expect(form.getByLabel(/^情况：应当怎样/)).toHaveValue(words)
})

test("a lost connection costs nothing that was typed", async ({ people }) => {
  const page = await people.as("performer")
  const form = await report(page)
  await page.context().setOffline(true)
  await form.getByRole("button", { name: "登记", exact: true }).click()
  await expectRefused(page, "没有收到系统的答复，可能没有送达。")
  await expect(form.getByLabel(/^情况：应当怎样/)).toHaveValue(words)
  await page.context().setOffline(false)
  const cause = form.locator("select[name=cause]")
  await cause.selectOption({ index: 1 })
  const chosen = await cause.inputValue()
  await form.getByRole("button", { name: "登记", exact: true }).click()
  await expectRefused(page, "填写的内容有误，请改正下列各处；已填的内容都还在。")
  // Lost again: what was chosen is there as well, though the form had been answered before.
  await page.context().setOffline(true)
  await form.getByRole("button", { name: "登记", exact: true }).click()
  await expectRefused(page, "没有收到系统的答复，可能没有送达。")
  await expect(cause).toHaveValue(chosen)
  await expect(form.getByLabel(/^情况：应当怎样/)).toHaveValue(words)
  await page.context().setOffline(false)
})

test("a form of the build before the present one says so, and keeps what was typed", async ({ people }) => {
  const page = await people.as("performer")
  const form = await report(page)
  await page.route("**/deficiencies/new", (route) => route.continue({ headers: { ...route.request().headers(), "next-action": `60${"0".repeat(40)}` } }))
  await form.getByRole("button", { name: "登记", exact: true }).click()
  await expectRefused(page, "您打开这个页面之后，系统已经更新，没有写入任何内容。")
  await expect(form.getByLabel(/^情况：应当怎样/)).toHaveValue(words)
})

test("an upload whose answer is lost is not said to have failed: it may be there", async ({ people }) => {
  const page = await people.as("owner")
  await page.goto("/")
  await page.locator("main a[href*='/evidence/obligations/']").last().click()
  const form = formOf(page, "登记记录")
  await form.getByLabel("备注").fill(words)
  await page.route("**/api/evidence-uploads", (route) => route.abort("connectionreset"))
  await form.getByRole("button", { name: "提交记录" }).click()
  await expectRefused(page, "可能没有上传成功。填写的内容和所选文件都还在：请先看看是否已经办成，再重试。")
  await expect(form.getByLabel("备注")).toHaveValue(words)
})

test("whose form is overtaken and goes is told so, and finds their words on the page", async ({ people }) => {
  const page = await people.as("tester2")
  await page.goto("/assessments")
  await page.getByRole("row").filter({ hasText: "东江电厂" }).getByRole("link").last().click()
  await expect(page.getByRole("heading", { name: "总体情况" })).toBeVisible()
  await page.goto(`${new URL(page.url()).pathname}?standing=concluded`)
  await page.getByRole("region", { name: "测评明细" }).getByRole("row").filter({ hasText: "唐毅" }).last().getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "五、复核" })).toBeVisible()
  const second = await secondWindow(page)
  await formOf(second, "复核通过").getByLabel("复核意见").fill(words)
  await formOf(page, "复核通过").getByLabel("复核意见").fill("同意结论。")
  await formOf(page, "复核通过").getByRole("button", { name: "复核通过" }).click()
  await expect(page.getByText("同意结论。").first()).toBeVisible()
  await formOf(second, "复核通过").getByRole("button", { name: "复核通过" }).click()
  await expectRefused(second, "您这一次提交的内容没有写入。")
  await expectRefused(second, words)
  await expect(formOf(second, "复核通过")).toHaveCount(0)
  await second.goto("/assessments")
  await expect(second.getByText(words)).toHaveCount(0)
})

test("whoever was overtaken and then came through is not told that nothing was written", async ({ people }) => {
  const page = await people.as("finance")
  await page.goto("/deficiencies/new")
  const report = formOf(page, "登记缺陷")
  await report.locator("select[name=pointId]").selectOption({ index: 1 })
  await report.locator("input[name=title]").fill("盘点表未监盘签字")
  await report.getByLabel(/^情况：应当怎样/).fill(words)
  await report.getByRole("button", { name: "登记", exact: true }).click()
  await page.waitForURL(/done=register/)
  const address = new URL(page.url()).pathname
  await page.goto(`${address}?do=confirm`)
  const form = formOf(page, "确认")
  await form.getByLabel("说明").fill("情况属实。")
  const version = await form.locator("input[type=hidden][name=version]").inputValue()
  await tamper(page, "确认", "version", "99")
  await form.getByRole("button", { name: "确认", exact: true }).click()
  await expectRefused(page, "您打开之后，已有他人修改了这条记录。")
  await tamper(page, "确认", "version", version)
  await form.getByRole("button", { name: "确认", exact: true }).click()
  await expectDone(page, "已确认。")
  await expect(page.getByText("您这一次提交的内容没有写入。")).toHaveCount(0)
})
