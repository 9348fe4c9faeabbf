import { expect, expectAccessible, test } from "./support/app"
import { expectDone, expectRefused, formOf, headOf, unfold } from "./support/forms"
import { cellOf, workbookWith } from "./support/workbook"

const point = "3.1.10.2"
const added = "，并将核对结果抄送内控专责"

test("an edition is drafted from a workbook, compared, published by a second person and confirmed by an owner", async ({ people }) => {
  test.setTimeout(240_000)
  const office = await people.as("office")
  let revisedPoint = ""

  await test.step("a workbook becomes a draft", async () => {
    await office.goto("/handbook/imports/new")
    const form = formOf(office, "导入工作簿")
    await form.getByLabel("Excel 工作簿").setInputFiles(await workbookWith("手册 第三版.xlsx", (points) => {
      const cell = cellOf(points, point, "控制描述（中文）")
      cell.value = cell.text.replace(/。$/, `${added}。`)
    }))
    await form.getByLabel("写入").selectOption({ label: "新草稿" })
    await form.getByRole("button", { name: "上传并预览" }).click()
    await expect(office.getByText("没有问题，可以确认。")).toBeVisible()
    await office.getByRole("button", { name: "确认写入草稿" }).click()
    await expect(headOf(office)).toContainText("草稿")
  })

  await test.step("the comparison marks the words that came, and the plants see no point come or go", async () => {
    const draft = office.url()
    await expect(office.getByRole("region", { name: "对各单位的影响" }).first().getByRole("row").filter({ hasText: "东江电厂" })).toContainText("0")
    await office.getByRole("link", { name: "逐项对比" }).click()
    await expect(office.getByRole("heading", { level: 1 })).toContainText(/与版本 .+ 对比/)
    await expect(office.locator("ins").filter({ hasText: "抄送内控专责" })).toBeVisible()
    await expectAccessible(office)
    await office.goto(draft)
    await expect(office).toHaveTitle(/^2026-\d+ 内部控制手册 /)
    await office.goto(`/handbook/points?edition=${draft.split("/").at(-1)}&q=${point}`)
    await office.getByRole("row").filter({ hasText: point }).getByRole("link").first().click()
    await expect(office).toHaveTitle(new RegExp(`^${point.replaceAll(".", "\\.")} 往来余额季度对账 `))
    revisedPoint = new URL(office.url()).pathname.split("/").at(-1) ?? ""
    await office.goto(draft)
    await office.getByRole("button", { name: "提交复核" }).click()
    await expect(office.getByRole("heading", { name: /^发布版本/ })).toBeVisible()
  })

  await test.step("it waits for the second person, who finds it at work", async () => {
    const office2 = await people.as("office2")
    await office2.goto("/")
    await expect(office2.getByText("待我复核的手册版本")).toBeVisible()
  })

  await test.step("a second person publishes it; its page has no way to edit", async () => {
    const office2 = await people.as("office2")
    await office2.goto(office.url())
    await office2.getByRole("button", { name: "发布", exact: true }).click()
    await expect(headOf(office2)).toContainText("已发布")
    await expect(office2.getByRole("button", { name: /提交复核|作废草稿/ })).toHaveCount(0)
    await office2.goto(`${office.url()}/points/${revisedPoint}`)
    await expectRefused(office2, "已发布的版本须另出修正版")
    await expect(office2.getByRole("button", { name: "保存" })).toHaveCount(0)
  })

  await test.step("an owner is told, reads what changed, and confirms", async () => {
    const owner = await people.as("receivables", { width: 375 })
    await owner.goto("/")
    await expect(owner.getByText("有控制点清单等待您确认")).toBeVisible()
    await owner.getByRole("link", { name: "查看并确认" }).click()
    const list = owner.getByRole("region", { name: /请在/ }).first()
    await expect(list.getByRole("row").filter({ hasText: point })).toContainText("有变更")
    await expectAccessible(owner)
    await list.getByRole("button", { name: "确认" }).click()
    await expect(owner.getByText("请勾选“我已阅读并知悉以上控制点”。").first()).toBeVisible()
    await list.getByRole("checkbox").check()
    await list.getByRole("button", { name: "确认" }).click()
    await expect(owner.getByText("有控制点清单等待您确认")).toHaveCount(0)
    await expect(owner.getByText("已确认").first()).toBeVisible()
  })

  await test.step("the finance lead sees who has confirmed, and reminds the others", async () => {
    const finance = await people.as("finance")
    await finance.goto("/distributions")
    await expect(finance.getByRole("row").filter({ hasText: "陶安然" }).filter({ hasText: "已确认" }).first()).toBeVisible()
    await finance.getByRole("button", { name: "提醒未确认人员" }).click()
    await expectDone(finance, "已发出提醒。")
    await expectAccessible(finance)
  })
})

test("a plant proposes a change, the company accepts it into the draft, and the draft names it", async ({ people }) => {
  const owner = await people.as("audit-accountant")
  await owner.goto("/handbook/points?q=3.1.6.2")
  await owner.getByRole("row").filter({ hasText: "3.1.6.2" }).getByRole("link").first().click()
  await owner.getByRole("link", { name: "申请修订" }).click()
  await owner.getByLabel("修订哪一项").selectOption({ label: "频率" })
  await owner.getByRole("button", { name: "选定" }).click()
  await expect(formOf(owner, "提出修订申请").getByLabel("建议改为")).toHaveValue("monthly")
  await owner.getByLabel("修订哪一项").selectOption({ label: "控制描述" })
  await owner.getByRole("button", { name: "选定" }).click()
  const proposal = formOf(owner, "提出修订申请")
  const text = proposal.getByLabel("建议的文字（中文）")
  await text.fill(`${await text.inputValue()}复核结果由双方签字。`)
  await proposal.getByRole("button", { name: "提交申请" }).click()
  await expect(owner.getByText("请至少写 5 个字。").first()).toBeVisible()
  await proposal.getByLabel("本单位现行做法").fill("复核后由收入会计和稽核会计共同签字。")
  await proposal.getByLabel("修订理由").fill("写明双方签字，便于测评时核对。")
  await proposal.getByRole("button", { name: "提交申请" }).click()
  await expect(headOf(owner)).toContainText("已提交")
  await expect(owner.locator("ins").filter({ hasText: "双方签字" }).first()).toBeVisible()

  const foreign = await people.as("office", { locale: "en" })
  await foreign.goto(owner.url())
  await expect(foreign.getByText("Only the Chinese was changed:")).toBeVisible()
  await expect(foreign.locator("[lang=zh-CN] ins").filter({ hasText: "双方签字" })).toBeVisible()

  const office2 = await people.as("office2")
  await office2.goto(owner.url())
  await office2.getByRole("button", { name: "受理" }).click()
  await expect(headOf(office2)).toContainText("审议中")
  await expectAccessible(office2)
  const accept = formOf(office2, "采纳并写入草稿")
  await accept.getByLabel("审议意见").fill("采纳，写明签字双方。")
  await accept.getByRole("button", { name: "采纳并写入草稿" }).click()
  await expect(headOf(office2)).toContainText("已采纳")
  const number = (await headOf(office2).innerText()).match(/修-2026-\d{3}/)?.[0] ?? "none"
  await office2.getByRole("link", { name: "打开版本" }).click()
  await expect(office2.getByRole("region", { name: "采纳的修订申请" }).first().getByRole("row").filter({ hasText: number })).toContainText("是")
})

test("a fault of a draft is let pass only with a reason", async ({ people }) => {
  const office = await people.as("office")
  await office.goto("/handbook/imports/new")
  const form = formOf(office, "导入工作簿")
  await form.getByLabel("Excel 工作簿").setInputFiles(await workbookWith("缺测试程序.xlsx", (points) => { cellOf(points, point, "运行有效性测试程序（中文）").value = null; cellOf(points, point, "运行有效性测试程序（英文）").value = null }, "3.1"))
  await form.getByLabel("写入").selectOption({ label: "新草稿" })
  await form.getByRole("button", { name: "上传并预览" }).click()
  await office.getByRole("button", { name: "确认写入草稿" }).click()
  await expect(office.getByText(`${point} 没有完整的运行有效性测试程序`, { exact: false }).first()).toBeVisible()
  await expect(office.getByRole("link", { name: `打开 ${point}` })).toHaveAttribute("href", /\/handbook\/editions\/[^/]+\/points\//)
  await unfold(office, "放行此项")
  const waiver = office.getByRole("form", { name: /^放行此项/ }).first()
  await waiver.getByRole("button", { name: "放行此项" }).click()
  await expect(office.getByText("请说明放行的理由（至少 5 个字）。").first()).toBeVisible()
  await waiver.getByLabel("放行理由").fill("测试程序随培训材料一并下发。")
  await waiver.getByRole("button", { name: "放行此项" }).click()
  await expect(office.getByRole("heading", { name: "已放行的问题" })).toBeVisible()
})
