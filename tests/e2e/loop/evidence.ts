import type { Page } from "@playwright/test"
import { photo } from "@/prisma/demo/photo"
import { expect, type People, test } from "../support/app"
import { expectRefused, formOf, unfold } from "../support/forms"
import { north, point } from "./story"

const register = { name: "调整通知登记.csv", mimeType: "text/csv", buffer: Buffer.from("﻿日期,通知编号,电量,确认函\n2026-10-16,调-2026-031,-1250,\n") }
const picture = (mark: number) => ({ name: `登记簿第${mark}页.png`, mimeType: "image/png", buffer: Buffer.from(photo(mark)) })

/** Step 3: the owner logs evidence on a phone; it is returned with a reason, mended, and accepted. */
export async function keepEvidence(people: People): Promise<void> {
  const [owner, finance] = [await people.as(north.owner, { width: 375 }), await people.as(north.finance)]

  await test.step("a record takes a photo and three taps", async () => {
    await owner.goto("/")
    const item = owner.getByRole("listitem").filter({ hasText: "一份记录" }).first()
    await item.getByRole("link", { name: "登记", exact: true }).click()
    const form = formOf(owner, "登记记录")
    // Overdue: the day to be confirmed is the last of its period, not the day of the upload.
    await expect(form.getByLabel("控制执行日期")).toHaveValue(/^2026-1[0-2]-3[01]$/)
    await form.getByLabel("拍照").setInputFiles(picture(1))
    await form.getByRole("button", { name: "提交记录" }).click()
    await expect(owner.getByText("已提交，等待复核。")).toBeVisible()
  })

  await test.step("a month's register says how often, from where, and holds its papers", async () => {
    await openObligation(owner)
    const form = formOf(owner, "登记当月登记表")
    await form.getByLabel("份数").fill("1")
    await form.getByLabel("数据来源").fill("电网调整通知登记簿")
    await form.getByRole("button", { name: "提交记录" }).click()
    await expectRefused(owner, "请填写原件存放处，或上传清单。")
    await expect(form.getByLabel("数据来源")).toHaveValue("电网调整通知登记簿")
    await form.getByLabel("拍照").setInputFiles(picture(2))
    await form.getByLabel(/^文件/).setInputFiles(register)
    await form.getByRole("button", { name: "提交记录" }).click()
    await expect(owner.getByText("已提交，等待复核。")).toBeVisible()
    await expect(owner.getByRole("link", { name: register.name })).toBeVisible()
  })

  await test.step("the finance lead returns it with a reason", async () => {
    await openRecord(finance)
    await expect(finance.getByRole("link", { name: register.name })).toBeVisible()
    await unfold(finance, "退回")
    const form = finance.getByRole("form", { name: /^退回/ })
    await form.getByRole("button", { name: "退回" }).click()
    await expectRefused(finance, /请说明理由|请填写此项/)
    await form.getByLabel("退回理由").fill("缺少确认函编号的原件存放处。")
    await form.getByRole("button", { name: "退回" }).click()
    await expect(finance.getByText("退回理由: 缺少确认函编号的原件存放处。")).toBeVisible()
  })

  await test.step("the owner sees why, and sends a new version; the old one stays", async () => {
    await owner.goto(new URL(finance.url()).pathname)
    await expect(owner.getByText("退回理由: 缺少确认函编号的原件存放处。")).toBeVisible()
    const form = formOf(owner, "更正：提交新版本")
    await form.getByLabel("更正理由").fill("补写原件存放处。")
    await form.getByLabel("原件存放处").fill("营销部资料柜 3 层")
    await form.getByRole("button", { name: "提交新版本" }).click()
    await expect(owner.getByRole("heading", { name: "以前的版本" })).toBeVisible()
  })

  await test.step("the finance lead accepts the new version", async () => {
    await openRecord(finance)
    await finance.getByRole("button", { name: "接受", exact: true }).click()
    await expect(finance.getByText("已接受").first()).toBeVisible()
  })
}

async function openObligation(page: Page): Promise<void> {
  await page.goto("/evidence?owner=me&node=3.1&period=2026-10")
  const row = page.getByRole("row").filter({ hasText: point }).filter({ hasText: "10月" })
  await row.getByRole("link").first().click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText(point)
}

async function openRecord(page: Page): Promise<void> {
  await page.goto("/evidence/waiting")
  await page.getByRole("row").filter({ hasText: point }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "复核", exact: true })).toBeVisible()
}
