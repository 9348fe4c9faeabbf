import { expect, type People, test } from "../support/app"
import { formOf, headOf } from "../support/forms"
import { cellOf, type Upload, workbookWith } from "../support/workbook"
import { point, type Story } from "./story"

/** Step 1: a workbook with a fault is shown at its cell; the mended one becomes an edition that a second person publishes. */
export async function publishHandbook(people: People, story: Story): Promise<void> {
  const office = await people.as("office")

  await test.step("a workbook with a problem shows it at its cell and cannot be confirmed", async () => {
    let address = ""
    await upload(office, await workbookWith("手册 有误.xlsx", (points) => {
      const cell = cellOf(points, point, "控制频率")
      cell.value = "时不时"
      address = cell.address
    }))
    await expect(office.getByText("有 1 处问题；没有写入任何内容")).toBeVisible()
    const row = office.getByRole("row").filter({ hasText: address })
    await expect(row).toContainText("关键控制点")
    await expect(row).toContainText("“时不时”不在可选范围内")
    await expect(office.getByRole("button", { name: "确认写入草稿" })).toHaveCount(0)
  })

  await test.step("the mended workbook shows one changed title, and is confirmed", async () => {
    await upload(office, await workbookWith("手册 修订.xlsx", (points) => { cellOf(points, point, "标题（中文）").value = story.title }))
    await expect(office.getByText("没有问题，可以确认。")).toBeVisible()
    await expect(office.getByRole("row").filter({ hasText: `变更 ${point}` })).toContainText("标题")
    await office.getByRole("button", { name: "确认写入草稿" }).click()
    await expect(office.getByText("内容完整，可以发布。")).toBeVisible()
    await office.getByRole("button", { name: "提交复核" }).click()
    await expect(office.getByRole("heading", { name: /^发布版本/ })).toBeVisible()
  })

  await test.step("who drafted it is kindly refused, another of the office publishes", async () => {
    await expect(office.getByRole("button", { name: "发布", exact: true })).toBeDisabled()
    await expect(office.getByText("起草、导入或提交这个版本的人不能发布或退回它").first()).toBeVisible()
    const office2 = await people.as("office2")
    await office2.goto(office.url())
    await office2.getByRole("button", { name: "发布", exact: true }).click()
    await expect(headOf(office2)).toContainText("已发布")
    await office2.goto(`/handbook/points?q=${point}&edition=${new URL(office2.url()).pathname.split("/").at(-1)}`)
    await expect(office2.getByText(story.title)).toBeVisible()
  })
}

async function upload(page: Awaited<ReturnType<People["as"]>>, file: Upload): Promise<void> {
  await page.goto("/handbook")
  await page.getByRole("link", { name: "导入工作簿" }).click()
  const form = formOf(page, "导入工作簿")
  await form.getByLabel("Excel 工作簿").setInputFiles(file)
  await form.getByLabel("写入").selectOption({ label: "新草稿" })
  await form.getByRole("button", { name: "上传并预览" }).click()
  await expect(page.getByRole("heading", { name: `预览：${file.name}` })).toBeVisible()
}
