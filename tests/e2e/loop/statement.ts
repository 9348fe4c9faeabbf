import { expect, type People, test } from "../support/app"
import { expectRefused, formOf, headOf } from "../support/forms"
import { downloadOf } from "../support/download"
import { north } from "./story"

const exceptions = "3.1.5.4 一笔电网调整未取得书面确认即入账，已完成整改并复测通过。"
const unfinished = "其余控制点的测试在 12 月进行，预计 2027-01-08 前完成。"

/** Step 6: the manager signs with exceptions, after what stands in the way was said; the company countersigns. */
export async function signStatement(people: People): Promise<void> {
  const [finance, manager, chief] = [await people.as(north.finance), await people.as(north.manager), await people.as("chief-accountant")]
  const password = process.env.KEYPOINT_DEMO_PASSWORD ?? ""

  await test.step("the finance lead prepares it", async () => {
    await finance.goto("/statements")
    await finance.getByRole("row").filter({ hasText: "北原电厂" }).getByRole("link", { name: "准备声明" }).click()
    await formOf(finance, "备妥声明").getByRole("button", { name: "备妥声明" }).click()
    await expect(headOf(finance)).toContainText("待签署")
    await expect(finance.getByRole("button", { name: "签署声明" })).toBeDisabled()
  })

  const address = new URL(finance.url()).pathname
  await test.step("undeclared tests and a wrong password are refused, and what was typed stays", async () => {
    await manager.goto(address)
    const form = formOf(manager, "签署声明")
    await form.getByLabel("我已阅读上述事实").check()
    await form.getByLabel("例外事项").fill(exceptions)
    await form.getByLabel("再次输入登录密码").fill(password)
    await form.getByRole("button", { name: "签署声明" }).click()
    await expectRefused(manager, "有未完成的测试尚未声明，不能签署。您填写的内容都还在。")
    await expect(form.getByLabel("例外事项")).toHaveValue(exceptions)
    await form.getByLabel(/^我声明：本季度有 \d+ 项测试尚未完成/).check()
    await form.getByLabel("对未完成测试的说明").fill(unfinished)
    await form.getByLabel("再次输入登录密码").fill("not-the-password")
    await form.getByRole("button", { name: "签署声明" }).click()
    await expectRefused(manager, "没有验明身份，未予办理。您填写的内容都还在，请重新验证。")
    await expect(form.getByLabel("例外事项")).toHaveValue(exceptions)
    await expect(form.getByLabel("对未完成测试的说明")).toHaveValue(unfinished)
    await expect(form.getByLabel("我已阅读上述事实")).toBeChecked()
  })

  await test.step("signed with exceptions; the PDF is a PDF", async () => {
    const form = formOf(manager, "签署声明")
    await form.getByLabel("再次输入登录密码").fill(password)
    await form.getByRole("button", { name: "签署声明" }).click()
    await expect(headOf(manager)).toContainText("已签署")
    await expect(manager.getByText(exceptions).first()).toBeVisible()
    const pdf = await downloadOf(manager, manager.getByRole("link", { name: "打开已签署的 PDF" }))
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-")
    expect(pdf.equals(await downloadOf(manager, manager.getByRole("link", { name: "打开已签署的 PDF" })))).toBe(true)
  })

  await test.step("the chief accountant countersigns for the company", async () => {
    await chief.goto(address)
    const form = formOf(chief, "会签")
    await form.getByLabel("再次输入登录密码").fill(password)
    await form.getByRole("button", { name: "会签" }).click()
    await expect(headOf(chief)).toContainText("已会签")
  })
}
