import { afterAll, beforeAll, expect, test } from "vitest"
import { mailLink } from "@/lib/access/commands/links"
import { givePassword, setPassword } from "@/lib/access/commands/passwords"
import { knowDevice, signIn } from "@/lib/access/commands/sign-in"
import { seed } from "@/lib/platform/actor"
import { newId } from "@/lib/platform/ids"
import { deliverMail } from "@/lib/platform/mail"
import { buildCompany, type Company } from "../builders/company"
import { startMailServer, textOfMail } from "../builders/mail-server"
import { codeOf, done } from "../builders/outcome"
import { newPlace } from "../builders/session"

const [old, chosen] = ["tide lantern copper nine", "another quiet harbour road"]
const from = newPlace()
let company: Company
let mailbox: Awaited<ReturnType<typeof startMailServer>>

beforeAll(async () => {
  mailbox = await startMailServer()
  company = await buildCompany()
})
afterAll(() => mailbox.stop())

/** The links in mail to an address, the latest last. */
async function linksTo(email: string): Promise<string[]> {
  await deliverMail(mailbox.url, "Keypoint <keypoint@keypoint.example>")
  const mails = mailbox.received.filter((mail) => mail.includes(`To: ${email}`))
  return mails.map((mail) => /\/set-password\/([\w-]{43})/.exec(textOfMail(mail))?.[1] ?? "")
}

test("who forgot their password sets a new one with the link that the mail server received, once", async () => {
  const { email, personId } = company.people.owner
  await done(givePassword(seed, personId ?? "", old))
  expect(await done(mailLink({ email }, from))).toEqual({ posted: true })
  const [token = ""] = await linksTo(email)
  expect(await codeOf(setPassword({ token, password: "Sunshine2026", passwordAgain: "Sunshine2026" }))).toBe("invalid")
  expect(await done(setPassword({ token, password: chosen, passwordAgain: chosen }))).toEqual({ email })
  expect(await codeOf(setPassword({ token, password: chosen, passwordAgain: chosen }))).toBe("not-found")
  expect(await codeOf(signIn({ email, password: old }, from))).toBe("unauthenticated")
  expect(await codeOf(signIn({ email, password: chosen }, from))).toBe("done")
})

test("an address without an account gets no mail", async () => {
  const nobody = `${newId()}@keypoint.example`
  expect(await done(mailLink({ email: nobody }, from))).toEqual({ posted: false })
  expect(await linksTo(nobody)).toEqual([])
})

test("five askings for an account from one place are mailed, then it has to wait", async () => {
  const { email } = company.people.head
  const elsewhere = newPlace()
  for (let times = 0; times < 5; times += 1) expect(await codeOf(mailLink({ email }, elsewhere))).toBe("done")
  expect(await codeOf(mailLink({ email }, elsewhere))).toBe("rate-limited")
  expect(new Set(await linksTo(email)).size).toBe(5)
})

test("a hundred askings from one address hold up nobody's mail: behind it each account is heard once, elsewhere and on a known device as ever", async () => {
  const crowded = newPlace()
  for (let times = 0; times < 100; times += 1) await mailLink({ email: `${times}-${newId()}@keypoint.example` }, crowded)
  const [behind, elsewhere, known] = [company.people.finance.email, company.people.tester.email, company.people.manager.email]
  expect(await done(mailLink({ email: behind }, crowded))).toEqual({ posted: true })
  expect(await codeOf(mailLink({ email: behind }, crowded))).toBe("rate-limited")
  expect(await done(mailLink({ email: behind }, newPlace()))).toEqual({ posted: true })
  for (let times = 0; times < 9; times += 1) await mailLink({ email: elsewhere }, crowded)
  expect(await done(mailLink({ email: elsewhere }, newPlace()))).toEqual({ posted: true })
  const device = newId()
  await knowDevice(known, device)
  await mailLink({ email: known }, crowded)
  expect(await codeOf(mailLink({ email: known }, crowded))).toBe("rate-limited")
  expect(await done(mailLink({ email: known }, { ...crowded, device }))).toEqual({ posted: true })
  expect(await codeOf(mailLink({ email: known }, { ...crowded, device: newId() }))).toBe("rate-limited")
  expect([(await linksTo(behind)).length, (await linksTo(elsewhere)).length, (await linksTo(known)).length]).toEqual([2, 2, 2])
})
