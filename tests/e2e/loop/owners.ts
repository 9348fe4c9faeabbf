import { expect, type People, test } from "../support/app"
import { expectDone, formOf } from "../support/forms"
import { north, point } from "./story"

/** Step 2: points without an owner stand out; they get one singly and in bulk; then the quarter opens. */
export async function giveOwners(people: People): Promise<void> {
  const finance = await people.as(north.finance)

  await test.step("one point gets its owner", async () => {
    await finance.goto("/units")
    await finance.getByRole("link", { name: "北原电厂" }).click()
    await finance.getByLabel("编号、名称或责任人").fill(point)
    await finance.getByRole("button", { name: "筛选" }).click()
    await expect(finance.getByRole("row").filter({ hasText: point })).toContainText("没有责任人")
    await finance.getByRole("link", { name: point }).click()
    const form = formOf(finance, "指派责任人")
    await form.getByLabel("人员").selectOption({ label: "侯思远" })
    await form.getByRole("button", { name: "指派责任人" }).click()
    await expectDone(finance, "已指派 1 个控制点的责任人。")
  })

  await test.step("all the others of the process that have none get one in bulk", async () => {
    await finance.goto("/units")
    await finance.getByRole("link", { name: "北原电厂" }).click()
    await finance.getByLabel("编号、名称或责任人").fill("3.1.")
    await finance.getByLabel("显示").selectOption({ label: "只看没有责任人的" })
    await finance.getByRole("button", { name: "筛选" }).click()
    await finance.waitForURL(/gaps=yes/)
    await finance.getByRole("checkbox", { name: "全选本页" }).check()
    const form = formOf(finance, "指派所选控制点")
    await form.getByLabel("控制责任人").selectOption({ label: "侯思远" })
    await form.getByRole("button", { name: "指派所选控制点" }).click()
    await expect(finance.getByText("没有符合条件的控制点")).toBeVisible()
  })

  await test.step("the quarter is planned and opened, with what will follow said before", async () => {
    await finance.goto("/assessments")
    const form = formOf(finance, "计划季度测评")
    await form.getByLabel("季度").selectOption("2026-Q4")
    await form.getByRole("button", { name: "计划" }).click()
    await expect(finance.getByText("测评尚未开始")).toBeVisible()
    await finance.getByRole("link", { name: "开始测评" }).click()
    const opening = formOf(finance, "开始本季度测评")
    await opening.getByRole("button", { name: "开始测评" }).click()
    await expect(finance.getByRole("heading", { name: "总体情况" })).toBeVisible()
    await finance.goto(`${new URL(finance.url()).pathname}?node=3.1`)
    await expect(finance.getByRole("link", { name: point })).toBeVisible()
  })
}
