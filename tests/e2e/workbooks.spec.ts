import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { expect, test } from "./support/app"
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
