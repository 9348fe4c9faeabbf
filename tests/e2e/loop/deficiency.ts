import type { Locator, Page } from "@playwright/test"
import { expect, type People, test } from "../support/app"
import { expectDone, expectRefused, formOf, headOf } from "../support/forms"
import { north, type Story } from "./story"

/** Does what stands under "what can be done now", by its name, and waits until it is said to be done. */
async function act(page: Page, story: Story, name: string, done: string, fill?: (form: Locator) => Promise<void>): Promise<void> {
  await page.goto(story.deficiency)
  const region = page.getByRole("region", { name: "现在可以做什么" })
  const choice = region.getByRole("link", { name, exact: true })
  if ((await choice.count()) > 0) await choice.click()
  const form = formOf(page, name)
  await fill?.(form)
  await form.getByRole("button", { name, exact: true }).click()
  await expectDone(page, done)
}

/** Step 5: confirmed, graded, planned and implemented. */
export async function remedy(people: People, story: Story): Promise<void> {
  const [finance, office, owner] = [await people.as(north.finance), await people.as("office2"), await people.as(north.owner, { width: 375 })]

  await test.step("the finance lead confirms it, the company grades it", async () => {
    await act(finance, story, "确认", "已确认。", (form) => form.getByLabel("说明").fill("情况属实。"))
    await finance.goto(story.deficiency)
    await expect(finance.getByRole("button", { name: "认定等级" })).toBeDisabled()
    await act(office, story, "认定等级", "等级已认定。", async (form) => {
      await form.getByLabel("一般缺陷").check()
      await form.getByLabel("合理可能").check()
      await form.getByLabel(/^可能的错报金额/).fill("260000")
      await form.getByLabel(/^理由/).fill("单笔调整金额小，当季只此一笔。")
    })
  })

  await test.step("the plan is agreed; the owner starts and reports the implementation", async () => {
    await act(finance, story, "商定整改方案", "方案已商定。", async (form) => {
      await form.getByLabel(/^原因/).selectOption("execution")
      await form.getByLabel(/^整改措施/).fill("取得确认函后方可登记；台账增加“确认函编号”栏。")
      await form.getByLabel(/^整改期限/).fill("2026-12-15")
    })
    await act(owner, story, "开始整改", "整改已开始。")
    await act(owner, story, "报告整改完成", "已报告，等待核实。", async (form) => {
      await form.getByLabel(/^整改完成之日/).fill("2026-11-18")
      await form.getByLabel(/^做了什么/).fill("确认函已补齐，台账已增加一栏。")
    })
  })

  await test.step("the owner cannot verify it; the finance lead does", async () => {
    await owner.goto(story.deficiency)
    await expect(owner.getByRole("button", { name: "核实整改" })).toBeDisabled()
    await act(finance, story, "核实整改", "已核实，观察期开始。", (form) => form.getByLabel("说明").fill("已查看台账与确认函。"))
  })
}

/** Retested after the waiting period, and closed by the company. */
export async function retestAndClose(people: People, story: Story): Promise<void> {
  const [tester, owner, office] = [await people.as(north.tester), await people.as(north.owner, { width: 375 }), await people.as("office")]

  await test.step("a retest before its time is refused with the day from which it may begin", async () => {
    const east = await people.as("tester2")
    await east.goto("/deficiencies?status=observing")
    await east.getByRole("row").filter({ hasText: "3.1.4.4" }).getByRole("link").first().click()
    await expect(east.getByRole("button", { name: "开始复测" })).toBeDisabled()
    await expect(east.getByText("观察期未满：最早在 2027-01-04 复测。").first()).toBeVisible()
  })

  await test.step("the owner does not retest the own point; the tester does, with samples from after the implementation", async () => {
    await owner.goto(story.deficiency)
    await expect(owner.getByRole("button", { name: "开始复测" })).toBeDisabled()
    await act(tester, story, "开始复测", "复测已开始。")
    const form = formOf(tester, "复测通过")
    const sample = async (at: number, day: string, reference: string) => {
      await form.getByLabel("控制运行之日").nth(at).fill(day)
      await form.getByLabel("内控记录或单据编号").nth(at).fill(reference)
    }
    await sample(0, "2026-11-17", "调-2026-033 及确认函")
    await sample(1, "2026-11-20", "调-2026-034 及确认函")
    await form.getByRole("button", { name: "复测通过" }).click()
    await expectRefused(tester, "样本须在 2026-11-18 之后")
    await expect(form.getByLabel("内控记录或单据编号").first()).toHaveValue("调-2026-033 及确认函")
    await sample(0, "2026-11-19", "调-2026-033 及确认函")
    await form.getByRole("button", { name: "复测通过" }).click()
    await expectDone(tester, "复测通过，可以关闭。")
  })

  await test.step("the company closes it", async () => {
    await act(office, story, "关闭缺陷", "缺陷已关闭。", (form) => form.getByLabel(/^理由/).fill("整改到位，复测通过。"))
    await expect(headOf(office)).toContainText("已关闭")
  })
}
