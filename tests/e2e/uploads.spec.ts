import type { Locator, Page } from "@playwright/test"
import { photo } from "@/prisma/demo/photo"
import { expect, test } from "./support/app"
import { expectRefused, formOf } from "./support/forms"

const picture = (name: string, mark: number) => ({ name, mimeType: "image/png", buffer: Buffer.from(photo(mark)) })

/** A record that this person still owes, opened with its form. */
async function openOwed(page: Page): Promise<Locator> {
  await page.goto("/evidence?owner=me&period=2026-11&status=upcoming")
  await page.getByRole("row").filter({ hasText: "一份记录" }).last().getByRole("link").first().click()
  const form = formOf(page, "登记记录")
  await expect(form).toBeVisible()
  return form
}

test("a second press makes no second record", async ({ people }) => {
  const page = await people.as("trader")
  const form = await openOwed(page)
  const obligation = page.url()
  await form.getByLabel(/^文件/).setInputFiles(picture("签字页.png", 21))
  await form.getByRole("button", { name: "提交记录" }).dblclick()
  await expect(page.getByText("已提交，等待复核。")).toBeVisible()
  await page.goto(obligation)
  await expect(page.locator("main a[href^='/evidence/records/']")).toHaveCount(1)
})

/** Chooses a file of some megabytes that is made in the browser: after many stories it no longer takes one from the disk. */
async function chooseLarge(input: Locator, megabytes: number): Promise<void> {
  await input.evaluate((field, size) => {
    if (!(field instanceof HTMLInputElement)) throw new Error("no field for files")
    const chosen = new DataTransfer()
    chosen.items.add(new File(["%PDF-1.7\n", new Uint8Array(size)], "扫描件.pdf", { type: "application/pdf" }))
    field.files = chosen.files
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }))
  }, megabytes * 1024 * 1024)
}

test("51 MB are refused with and without scripts, and nothing that was typed is lost", async ({ people }) => {
  for (const scripts of [true, false]) {
    const page = await people.as("payroll", { scripts })
    const form = await openOwed(page)
    await form.getByLabel("备注").fill("合同签署页已扫描。")
    await chooseLarge(form.getByLabel(/^文件/), 51)
    if (scripts) await expect(form.getByRole("list", { name: "已选文件" })).toContainText("51 MB")
    await form.getByRole("button", { name: "提交记录" }).click()
    await expect(page.getByRole("alert").filter({ hasText: "最大 50 MB" })).toBeVisible()
    await expect(form.getByLabel("备注")).toHaveValue("合同签署页已扫描。")
    await expect(page.locator("main a[href^='/evidence/records/']")).toHaveCount(0)
  }
})

test("a file whose content is not what its name says is refused by its name", async ({ people }) => {
  const page = await people.as("payroll")
  const form = await openOwed(page)
  await form.getByLabel("单据编号").fill("HT-2026-118")
  await form.getByLabel(/^文件/).setInputFiles({ name: "签字页.png", mimeType: "image/png", buffer: Buffer.from("这不是图片，只是改了名的文本。") })
  await form.getByRole("button", { name: "提交记录" }).click()
  await expectRefused(page, "“签字页.png”的内容与扩展名不符，可能被改过名。请上传原文件。")
  await expect(form.getByLabel("单据编号")).toHaveValue("HT-2026-118")
  await expect(form.getByRole("list", { name: "已选文件" })).toContainText("签字页.png")
})

test("without scripts: sign in, a refusal that keeps what was typed, and a record", async ({ people }) => {
  const page = await people.as("byproduct", { scripts: false })
  const form = await openOwed(page)
  await form.getByLabel("单据编号").fill("FC-2026-11")
  await form.getByRole("button", { name: "提交记录" }).click()
  await expectRefused(page, "请拍照或选择至少一个文件。")
  await expect(form.getByLabel("单据编号")).toHaveValue("FC-2026-11")
  await form.getByLabel(/^文件/).setInputFiles(picture("过磅单.png", 22))
  await form.getByRole("button", { name: "提交记录" }).click()
  await expect(page.getByText("已提交，等待复核。")).toBeVisible()
  await expect(page.getByRole("link", { name: "过磅单.png" })).toBeVisible()
})
