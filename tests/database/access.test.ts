import { beforeAll, expect, test } from "vitest"
import { createAccount } from "@/lib/access/commands/accounts"
import { mailLink, makeLink } from "@/lib/access/commands/links"
import { changePassword, givePassword, setPassword, verifyPassword } from "@/lib/access/commands/passwords"
import { endSession, endSessionsOf } from "@/lib/access/commands/sessions"
import { knowDevice, signIn, signOut } from "@/lib/access/commands/sign-in"
import { createToken, revokeToken } from "@/lib/access/commands/tokens"
import { ownAccount, sessionsOfIn, shownTokensIn } from "@/lib/access/queries/account"
import { limits } from "@/lib/access/rules"
import { seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { actorOfSession, actorOfToken } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { digestOf } from "@/lib/platform/secrets"
import { failures, noteFailed, subject } from "@/lib/access/commands/attempts"
import { closeAccount } from "@/lib/units/commands/people"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { signedIn } from "../builders/session"

const password = "tide lantern copper nine"
const fresh = "another quiet harbour road"
let company: Company
let places = 0
const from = () => ({ address: `192.0.2.${(places += 1)}`, agent: "test" })
const emailOf = (name: "owner" | "finance" | "tester" | "manager" | "externalAudit" | "head") => company.people[name].email
const idOf = (name: "owner" | "finance" | "tester" | "manager" | "externalAudit" | "head") => company.people[name].personId ?? ""

beforeAll(async () => {
  company = await buildCompany()
  for (const name of ["owner", "finance", "tester", "manager", "externalAudit", "head"] as const) await done(givePassword(seed, idOf(name), password))
})

test("the right password opens a session, noted in the chain of the home unit; signing out ends it", async () => {
  const events = await eventsOf(company.east, async () => {
    const session = await signedIn({ email: emailOf("owner").toUpperCase().toLowerCase(), password }, from())
    expect((await actorOfSession(session.sessionId))?.personId).toBe(idOf("owner"))
    await done(signOut(company.people.owner, session.sessionId))
    expect(await actorOfSession(session.sessionId)).toBeNull()
  })
  expect(events).toEqual(["access.signed-in", "access.signed-out"])
})

test("an auditor from outside, who reaches no unit's records, signs in as well", async () => {
  expect(await eventsOf(company.hq, () => signedIn({ email: emailOf("externalAudit"), password }, from()))).toEqual(["access.signed-in"])
})

test("an unknown account and a wrong password are answered in the same words, and leave no event", async () => {
  const events = await eventsOf(company.east, async () => {
    const wrong = await signIn({ email: emailOf("owner"), password: "not this one" }, from())
    const unknown = await signIn({ email: `${newId()}@keypoint.example`, password }, from())
    expect(wrong).toMatchObject({ ok: false, refusal: { code: "unauthenticated" } })
    expect(unknown).toEqual(wrong)
  })
  expect(events).toEqual([])
})

test("after five failed tries one address waits even with the right password, and nobody else does", async () => {
  const here = from()
  for (let tries = 0; tries < limits.account; tries += 1) expect(await codeOf(signIn({ email: emailOf("head"), password: "guess" }, here))).toBe("unauthenticated")
  expect(await codeOf(signIn({ email: emailOf("head"), password }, here))).toBe("rate-limited")
  expect(await codeOf(signIn({ email: emailOf("head"), password }, from()))).toBe("done")
  expect(await codeOf(signIn({ email: emailOf("tester"), password }, here))).toBe("done")
})

test("the wait grows slowly with each failure, and tries during it are not counted", async () => {
  const here = from()
  const attempt = (given: string) => signIn({ email: emailOf("head"), password: given }, here)
  const place = subject("sign-in", emailOf("head"), here.address)
  const waits: number[] = []
  for (let failed = 0; failed < limits.account; failed += 1) await attempt("guess")
  for (let round = 0; round < 4; round += 1) {
    const refused = await attempt(password)
    if (refused.ok || refused.refusal.code !== "rate-limited") throw new Error("was not held off")
    waits.push(Number(refused.refusal.params?.minutes) * 60 + Number(refused.refusal.params?.seconds))
    await attempt(password)
    await asOwner(`update "SignInAttempt" set at = at - interval '20 minutes' where subject = $1`, [place])
    expect(await codeOf(attempt("guess"))).toBe("unauthenticated")
  }
  expect(waits).toEqual([15, 30, 60, 120])
  await asOwner(`update "SignInAttempt" set at = at - interval '20 minutes' where subject = $1`, [place])
  expect(await codeOf(attempt(password))).toBe("done")
  expect(await codeOf(attempt("guess"))).toBe("unauthenticated")
})

test("a hundred failures from an address hold up nobody with the right password behind it, and leave guessers one try of each account", async () => {
  const here = from()
  for (let tries = 0; tries < limits.address; tries += 1) await noteFailed(subject("sign-in", here.address))
  expect(await codeOf(signIn({ email: emailOf("manager"), password }, here))).toBe("done")
  const stranger = `${newId()}@keypoint.example`
  expect(await codeOf(signIn({ email: stranger, password: "guess" }, here))).toBe("unauthenticated")
  expect(await codeOf(signIn({ email: stranger, password: "guess again" }, here))).toBe("rate-limited")
  expect(await codeOf(signIn({ email: emailOf("owner"), password }, here))).toBe("done")
})

test("who fails at somebody's account from the same address does not lock them out of the device that they know", async () => {
  const [here, device] = [from(), newId()]
  await knowDevice(emailOf("owner"), device)
  for (let tries = 0; tries < 2 * limits.account; tries += 1) await codeOf(signIn({ email: emailOf("owner"), password: "guess" }, here))
  expect(await codeOf(signIn({ email: emailOf("owner"), password }, here))).toBe("rate-limited")
  expect(await codeOf(signIn({ email: emailOf("owner"), password }, { ...here, device: newId() }))).toBe("rate-limited")
  expect(await codeOf(signIn({ email: emailOf("owner"), password }, { ...here, device }))).toBe("done")
  // A device that is known is counted too, for itself alone and not against the address.
  for (let tries = 0; tries < limits.account; tries += 1) expect(await codeOf(signIn({ email: emailOf("owner"), password: "guess" }, { ...here, device }))).toBe("unauthenticated")
  expect(await codeOf(signIn({ email: emailOf("owner"), password }, { ...here, device }))).toBe("rate-limited")
  expect(await failures(subject("sign-in", here.address))).toBe(limits.account)
})

test("a device is known for thirty days and no longer", async () => {
  const [here, device] = [from(), newId()]
  await knowDevice(emailOf("head"), device)
  await asOwner(`update "SignInAttempt" set at = now() - interval '31 days' where subject = $1 and ok`, [subject("device", emailOf("head"), device)])
  for (let tries = 0; tries < limits.account; tries += 1) await codeOf(signIn({ email: emailOf("head"), password: "guess" }, { ...here, device }))
  expect(await codeOf(signIn({ email: emailOf("head"), password }, { ...here, device }))).toBe("rate-limited")
})

test("twelve guesses at once get no more tries than one after the other", async () => {
  const here = from()
  const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(signIn({ email: emailOf("manager"), password: "guess" }, here))))
  expect(codes.filter((code) => code === "unauthenticated").length).toBeLessThanOrEqual(limits.account)
  expect(codes.filter((code) => code === "rate-limited").length).toBeGreaterThanOrEqual(12 - limits.account)
})

test("changing the password ends every other session; the wrong present password changes nothing", async () => {
  const kept = await signedIn({ email: emailOf("finance"), password }, from())
  const other = await signedIn({ email: emailOf("finance"), password }, from())
  const input = { currentPassword: password, password: fresh, passwordAgain: fresh }
  expect(await codeOf(changePassword(company.people.finance, { ...input, currentPassword: "no" }, kept.sessionId))).toBe("invalid")
  expect(await codeOf(changePassword(company.people.finance, { ...input, password: "short", passwordAgain: "short" }, kept.sessionId))).toBe("invalid")
  expect(await actorOfSession(other.sessionId)).not.toBeNull()
  expect(await eventsOf(company.east, () => done(changePassword(company.people.finance, input, kept.sessionId)))).toEqual(["access.password-changed"])
  expect(await actorOfSession(other.sessionId)).toBeNull()
  expect(await actorOfSession(kept.sessionId)).not.toBeNull()
  expect(await verifyPassword(idOf("finance"), fresh)).toBe(true)
})

test("asking for the password again is limited too", async () => {
  for (let tries = 0; tries < limits.account; tries += 1) expect(await verifyPassword(idOf("tester"), "guess")).toBe(false)
  await expect(verifyPassword(idOf("tester"), password)).rejects.toMatchObject({ refusal: { code: "rate-limited" } })
})

test("a one-time link sets a password once", async () => {
  const events = await eventsOf(company.east, async () => {
    const { address } = await done(makeLink(company.people.admin, { personId: idOf("manager") }))
    const token = address.split("/").at(-1) ?? ""
    expect(address).toBe(`http://localhost:3000/set-password/${token}`)
    const session = await signedIn({ email: emailOf("manager"), password }, from())
    expect(await codeOf(setPassword({ token, password: "short", passwordAgain: "short" }))).toBe("invalid")
    expect(await done(setPassword({ token, password: fresh, passwordAgain: fresh }))).toEqual({ email: emailOf("manager") })
    expect(await codeOf(setPassword({ token, password: "yet another quiet road", passwordAgain: "yet another quiet road" }))).toBe("not-found")
    expect(await actorOfSession(session.sessionId)).toBeNull()
    expect(await verifyPassword(idOf("manager"), fresh)).toBe(true)
  })
  expect(events).toEqual(["access.link-made", "access.signed-in", "access.password-set"])
})

test("only an administrator who reaches the person makes links and ends sessions", async () => {
  const refused = await eventsOf(company.east, async () => {
    expect(await codeOf(makeLink(company.people.finance, { personId: idOf("owner") }))).toBe("not-allowed")
    expect(await codeOf(makeLink(company.people.northFinance, { personId: idOf("owner") }))).toBe("not-found")
    expect(await codeOf(endSessionsOf(company.people.manager, { personId: idOf("owner") }))).toBe("not-allowed")
  })
  expect(refused).toEqual([])
  const session = await signedIn({ email: emailOf("owner"), password }, from())
  const { token } = await done(createToken(company.people.owner, { name: "left behind", days: 30, scopes: ["read"] }))
  expect(await actorOfToken(digestOf(token))).not.toBeNull()
  expect(await eventsOf(company.east, () => done(endSessionsOf(company.people.admin, { personId: idOf("owner") })))).toEqual(["access.sessions-ended"])
  expect(await actorOfSession(session.sessionId)).toBeNull()
  expect(await actorOfToken(digestOf(token))).toBeNull()
})

test("a forgotten password mails a link to an account, and to nobody else", async () => {
  expect(await eventsOf(company.east, () => done(mailLink({ email: emailOf("owner") }, from())))).toEqual(["access.link-mailed"])
  expect(await done(mailLink({ email: `${newId()}@keypoint.example` }, from()))).toEqual({ posted: false })
  const mail = await asReader(seed, ({ tx }) => tx.outboxMessage.findFirst({ where: { personId: idOf("owner") }, select: { payload: true, deliveredAt: true } }))
  expect(mail).toMatchObject({ deliveredAt: null, payload: { to: emailOf("owner"), text: expect.stringMatching(/\/set-password\/[\w-]{43}\n/) } })
})

test("one ends one's own sessions; another's is not found", async () => {
  const mine = await signedIn({ email: emailOf("owner"), password }, from())
  const theirs = await signedIn({ email: emailOf("externalAudit"), password }, from())
  expect(await codeOf(endSession(company.people.owner, { id: theirs.sessionId }))).toBe("not-found")
  expect(await eventsOf(company.east, () => done(endSession(company.people.owner, { id: mine.sessionId })))).toEqual(["access.session-ended"])
  expect(await actorOfSession(theirs.sessionId)).not.toBeNull()
})

test("a token acts as its person until it is revoked, and only its digest is kept", async () => {
  const { owner, tester } = company.people
  const made = { id: "", token: "" }
  await signedIn({ email: emailOf("owner"), password }, from())
  const events = await eventsOf(company.east, async () => {
    Object.assign(made, await done(createToken(owner, { name: "reporting", days: 30, scopes: ["read", "write"] })))
    expect((await actorOfToken(digestOf(made.token)))?.personId).toBe(owner.personId)
    const account = await ownAccount(owner)
    expect(JSON.stringify(account)).not.toContain(made.token)
    expect(account.tokens).toEqual(await asReader(owner, ({ tx, now }) => shownTokensIn(tx, owner.personId ?? "", now)))
    expect(account.tokens[0]).toMatchObject({ name: "reporting", standing: "active", lastUsedAt: expect.any(Date), revokedAt: null })
    expect(account.sessions).toEqual(await asReader(owner, ({ tx }) => sessionsOfIn(tx, owner.personId ?? "")))
    expect(account.sessions.length).toBeGreaterThan(0)
    expect(await codeOf(revokeToken(tester, { id: made.id }))).toBe("not-found")
    await done(revokeToken(owner, { id: made.id }))
  })
  expect(events).toEqual(["access.token-created", "access.token-revoked"])
  expect(await actorOfToken(digestOf(made.token))).toBeNull()
  expect(await codeOf(revokeToken(owner, { id: made.id }))).toBe("not-found")
})

test("a new account gets a link; once it is closed, password, session and token stop working", async () => {
  const email = `new-${newId()}@keypoint.example`
  const made = await done(createAccount(company.people.admin, { unitId: company.east, email, nameZh: "新人", nameEn: "New", language: "zh-CN" }))
  await done(setPassword({ token: made.address.split("/").at(-1) ?? "", password: fresh, passwordAgain: fresh }))
  const session = await signedIn({ email, password: fresh }, from())
  expect(await codeOf(closeAccount(company.people.admin, { personId: made.personId, version: 7 }))).toBe("stale-version")
  await done(closeAccount(company.people.admin, { personId: made.personId, version: 1 }))
  expect(await actorOfSession(session.sessionId)).toBeNull()
  expect(await codeOf(signIn({ email, password: fresh }, from()))).toBe("unauthenticated")
})
