import { afterAll, beforeAll, expect, test } from "vitest"
import { seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { deliverMail } from "@/lib/platform/mail"
import { postMail } from "@/lib/platform/outbox"
import { buildCompany, type Company } from "../builders/company"
import { startMailServer } from "../builders/mail-server"
import { done } from "../builders/outcome"

let company: Company
let mailbox: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailbox = await startMailServer()
  company = await buildCompany()
})
afterAll(() => mailbox.stop())

async function post(to: string) {
  return done(asActor(seed, "tests.post", (work) => postMail(work, { unitId: company.east, personId: null }, { to, subject: "设置密码", text: `link for ${to}` })))
}
const row = (id: string) =>
  asReader(seed, ({ tx }) => tx.outboxMessage.findUnique({ where: { id }, select: { deliveredAt: true, attempts: true, lastError: true, payload: true } }))

test("mail leaves once, and what was delivered keeps no link", async () => {
  const id = await post("one@keypoint.example")
  // Two workers at once: each row is locked by one of them.
  const sent = await Promise.all([deliverMail(mailbox.url, "Keypoint <keypoint@keypoint.example>"), deliverMail(mailbox.url, "Keypoint <keypoint@keypoint.example>")])
  expect(sent[0] + sent[1]).toBeGreaterThanOrEqual(1)
  expect(mailbox.received.filter((text) => text.includes("link for one@keypoint.example"))).toHaveLength(1)
  expect(mailbox.received.join("")).toContain("To: one@keypoint.example")
  expect(await row(id)).toMatchObject({ attempts: 1, lastError: null, deliveredAt: expect.any(Date), payload: { to: "one@keypoint.example", subject: "设置密码" } })
  expect(JSON.stringify(await row(id))).not.toContain("link for")
})

test("mail that is refused stays, says why, and waits before it is tried again", async () => {
  mailbox.refused.add("nobody@keypoint.example")
  const id = await post("nobody@keypoint.example")
  await deliverMail(mailbox.url, "keypoint@keypoint.example")
  await deliverMail(mailbox.url, "keypoint@keypoint.example")
  expect(await row(id)).toMatchObject({ deliveredAt: null, attempts: 1, lastError: expect.stringContaining("550"), payload: { text: "link for nobody@keypoint.example" } })
})

test("a mail server that is away loses nothing", async () => {
  const id = await post("later@keypoint.example")
  expect(await deliverMail("smtp://127.0.0.1:1", "keypoint@keypoint.example")).toBe(0)
  expect(await row(id)).toMatchObject({ deliveredAt: null, attempts: 1, lastError: expect.stringContaining("ECONNREFUSED") })
})
