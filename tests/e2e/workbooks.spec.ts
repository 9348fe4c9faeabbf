import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { aForeignWorkbook, foreignRows } from "../builders/foreign-workbook"
import { expect, expectAccessible, test } from "./support/app"
import { expectRefused, formOf } from "./support/forms"
import { cellOf, firstWorkbook, type Upload, workbookType, workbookWith } from "./support/workbook"

async function upload(page: Page, file: Upload): Promise<void> {
  await page.goto("/handbook/imports/new")
  const form = formOf(page, "导入工作簿")
  await form.getByLabel(/^Excel 工作簿/).setInputFiles(file)
  await form.getByRole("button", { name: "上传并预览" }).click()
}

test("what is no workbook, or a damaged one, is refused at once", async ({ people }) => {
  const office = await people.as("office")
  const whole = await readFile(firstWorkbook)
  const hostile = [
    { name: "改名的文本.xlsx", buffer: Buffer.from("编号,标题\n3.1.1.1,合同台账\n"), says: "这不是 Excel 工作簿（.xlsx）。" },
    { name: "截断.xlsx", buffer: whole.subarray(0, Math.floor(whole.length / 2)), says: "文件已损坏或不完整，无法读取。" },
    { name: "外联公式.xlsx", buffer: (await workbookWith("外联公式.xlsx", (points) => { cellOf(points, "3.1.5.3", "标题（中文）").value = { formula: 'WEBSERVICE("http://127.0.0.1/")', result: 1 } }, "3.1")).buffer, says: /工作表“关键控制点”的单元格 E\d+ 含有向外调用的公式（WEBSERVICE）/ },
    { name: "加密.xlsx", buffer: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(1024)]), says: /密码|旧版/ },
  ]
  for (const { name, buffer, says } of hostile) {
    await upload(office, { name, mimeType: workbookType, buffer })
    await expectRefused(office, says)
    await expect(office.getByRole("list", { name: "已选文件" })).toContainText(name)
    await expect(office).toHaveURL(/\/handbook\/imports\/new/)
  }
})

const faulty: { what: string; edit: Parameters<typeof workbookWith>[1]; says: string }[] = [
  { what: "a missing heading", edit: (points) => { cellOf(points, "编号", "控制频率").value = null }, says: "缺少列标题“控制频率”。" },
  { what: "a code given twice", edit: (points) => { cellOf(points, "3.1.5.3", "编号").value = "3.1.5.2" }, says: "编号 3.1.5.2 重复" },
  { what: "a formula", edit: (points) => { cellOf(points, "3.1.5.3", "标题（中文）").value = { formula: "1+1", result: 2 } }, says: "单元格是公式。请粘贴为数值。" },
  { what: "merged cells", edit: (points) => points.mergeCells("E4:E6"), says: "单元格已合并。" },
]

for (const { what, edit, says } of faulty) {
  test(`${what} is shown at its cell, and nothing can be confirmed`, async ({ people }) => {
    const office = await people.as("office")
    await upload(office, await workbookWith("手册 有误.xlsx", edit, "3.1"))
    await expect(office.getByRole("row").filter({ hasText: "关键控制点" }).filter({ hasText: says })).toBeVisible()
    await expect(office.getByText(/有 \d+ 处问题；没有写入任何内容/)).toBeVisible()
    await expect(office.getByRole("button", { name: "确认写入草稿" })).toHaveCount(0)
  })
}

test("a workbook that somebody else shaped is matched by hand, previewed with what it lacks, and its matching offered again", async ({ people }) => {
  const office = await people.as("office")
  const file = { name: "控制矩阵.xlsx", mimeType: workbookType, buffer: Buffer.from(await aForeignWorkbook(foreignRows.map((row) => row.with(1, `3.1.5.${90 + Number(row[0])}`).with(2, "3.1").with(3, "3.1.5").with(13, row[0] === 1 ? "准确/可用" : String(row[13]))))) }
  await upload(office, file)
  await expect(office.getByRole("heading", { name: "匹配列：控制矩阵.xlsx" })).toBeVisible()
  await expect(office.getByLabel("I 列对应的字段")).toHaveValue("frequency")
  await expectAccessible(office)
  await office.getByRole("button", { name: "下一步：匹配取值" }).click()
  await expect(office.getByRole("heading", { name: "3. 取值怎样对应" })).toBeVisible()
  await expectAccessible(office)
  await office.getByLabel("“monthly check”对应").selectOption("monthly")
  await office.getByLabel(/^保存这次匹配/).fill("某公司矩阵")
  await office.getByRole("button", { name: "预览", exact: true }).click()
  await expect(office.getByRole("row").filter({ hasText: "“认定”的取值“可用”没有匹配" })).toContainText("N4")
  await office.getByRole("link", { name: "调整匹配" }).click()
  await office.getByRole("button", { name: "下一步：匹配取值" }).click()
  await expect(office.getByLabel("“准确”对应")).toHaveValue("accuracy")
  await office.getByLabel("“可用”对应").selectOption("-")
  await office.getByLabel(/^内控要素/).selectOption("control-activities")
  await office.getByLabel(/^内控原则/).fill("10")
  await office.getByRole("button", { name: "预览", exact: true }).click()
  await expect(office.getByText("没有问题，可以确认。")).toBeVisible()
  await expect(office.getByRole("row").filter({ hasText: "没有完整运行测试程序的控制点" })).toContainText("3.1.5.91")
  await upload(office, file)
  await expect(office.getByText("已套用保存的匹配“某公司矩阵”。")).toBeVisible()

  await office.goto("/handbook/imports/new")
  const kept = office.getByRole("row").filter({ hasText: "某公司矩阵" })
  await kept.getByText("移除", { exact: true }).click()
  await expectAccessible(office)
  await kept.getByRole("button", { name: "移除“某公司矩阵”" }).click()
  await expect(office.getByText("尚无保存的匹配。")).toBeVisible()
  await upload(office, file)
  await expect(office.getByRole("heading", { name: "匹配列：控制矩阵.xlsx" })).toBeVisible()
  await expect(office.getByText("已套用保存的匹配")).toHaveCount(0)
})
