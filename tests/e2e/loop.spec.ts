import { audit } from "./loop/auditors"
import { remedy, retestAndClose } from "./loop/deficiency"
import { keepEvidence } from "./loop/evidence"
import { publishHandbook } from "./loop/handbook"
import { giveOwners } from "./loop/owners"
import { testPoint } from "./loop/paper"
import { signStatement } from "./loop/statement"
import type { Story } from "./loop/story"
import { verifyTrail } from "./loop/trail"
import { expect, test } from "./support/app"

test("the whole loop: handbook, owners, evidence, test, deficiency, remediation, retest, closure, statement, auditor", async ({ people }) => {
  test.setTimeout(300_000)
  const story: Story = { title: "电网调整的书面确认（含补充函）", paper: "", deficiency: "" }
  await test.step("the handbook comes in", () => publishHandbook(people, story))
  await test.step("points get owners and the quarter opens", () => giveOwners(people))
  await test.step("evidence is kept", () => keepEvidence(people))
  await test.step("a point is tested", () => testPoint(people, story))
  await test.step("the deficiency is remedied", () => remedy(people, story))
  await test.step("retested and closed", () => retestAndClose(people, story))
  await test.step("the statement is signed", () => signStatement(people))
  await test.step("auditors look", () => audit(people, story))
  const verdict = await test.step("the trail is whole", () => verifyTrail(people))
  // One for each unit; other stories may have founded more.
  const chains = verdict.match(/^ok /gm)?.length ?? 0
  expect(chains).toBeGreaterThanOrEqual(8)
  expect(verdict).toContain(`\n${chains} chains whole`)
})
