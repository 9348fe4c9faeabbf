import { beforeAll, expect, test } from "vitest"
import { changeSignInPolicy } from "@/lib/access/commands/sign-in-policy"
import { givePassword } from "@/lib/access/commands/passwords"
import { createToken } from "@/lib/access/commands/tokens"
import { ownAccount } from "@/lib/access/queries/account"
import { signInPolicyPage } from "@/lib/access/queries/sign-in-policy"
import { seed } from "@/lib/platform/actor"
import { actorOfSession, actorOfToken } from "@/lib/platform/identity"
import { digestOf } from "@/lib/platform/secrets"
import { grantRole, withdrawRole } from "@/lib/units/commands/roles"
import { buildCompany, type CastName, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { newPlace, signedIn } from "../builders/session"

const password = "tide lantern copper nine"
let company: Company

beforeAll(async () => {
  company = await buildCompany()
  for (const name of ["owner", "tester", "manager"] as const) await done(givePassword(seed, company.people[name].personId ?? "", password))
})

async function sessionOf(name: CastName) {
  const { email } = company.people[name]
  return (await signedIn({ email, password }, newPlace())).sessionId
}

/** As if the session had been opened and last used so long ago. */
async function aged(session: string, opened: string, used: string) {
  await asOwner(`update "Session" set "createdAt" = now() - $2::interval, "lastSeenAt" = now() - $3::interval where id = $1`, [session, opened, used])
  return session
}

test("without a policy a session ends after eight hours without use, and after seven days", async () => {
  const limits = (await ownAccount(company.people.owner)).limits
  expect(limits).toEqual({ idle: 480, absolute: 7 * 24 * 60 })
  expect(await actorOfSession(await aged(await sessionOf("owner"), "6 days", "7 hours"))).not.toBeNull()
  expect(await actorOfSession(await aged(await sessionOf("owner"), "1 day", "8 hours 1 minute"))).toBeNull()
  expect(await actorOfSession(await aged(await sessionOf("owner"), "7 days 1 minute", "1 minute"))).toBeNull()
})

test("the administrator's limits hold for plants too, and for sessions that are open already", async () => {
  const session = await aged(await sessionOf("manager"), "9 hours", "20 minutes")
  expect(await actorOfSession(session)).not.toBeNull()
  const events = await eventsOf(company.hq, () => done(changeSignInPolicy(company.people.admin, { version: 0, idleMinutes: 15, absoluteHours: 168, secondFactorRoles: [] })))
  expect(events).toEqual(["access.sign-in-policy-changed"])
  expect(await actorOfSession(await aged(session, "9 hours", "16 minutes"))).toBeNull()
  expect(await actorOfSession(await aged(session, "9 hours", "10 minutes"))).not.toBeNull()
  await done(changeSignInPolicy(company.people.admin, { version: 1, idleMinutes: 480, absoluteHours: 8, secondFactorRoles: [] }))
  expect(await actorOfSession(await aged(session, "9 hours", "10 minutes"))).toBeNull()
  expect((await ownAccount(company.people.manager)).limits).toEqual({ idle: 480, absolute: 480 })
  expect((await ownAccount(company.people.manager)).sessions.map(({ id }) => id)).not.toContain(session)
})

test("nobody but the company's administrator changes them, and not over somebody else's change", async () => {
  const input = { idleMinutes: 30, absoluteHours: 24, secondFactorRoles: [] }
  const events = await eventsOf(company.hq, async () => {
    expect(await codeOf(changeSignInPolicy(company.people.office, input))).toBe("not-allowed")
    expect(await codeOf(changeSignInPolicy(company.people.finance, input))).toBe("not-found")
    expect(await codeOf(changeSignInPolicy(company.people.admin, { ...input, version: 0 }))).toBe("stale-version")
  })
  expect(events).toEqual([])
  expect(await signInPolicyPage(company.people.office)).toMatchObject({ version: 2, absoluteHours: 8, verdict: { allowed: false } })
  expect(await signInPolicyPage(company.people.finance)).toBeNull()
})

test("withdrawing a role ends the person's sessions and nobody else's; their tokens reach no further than they do", async () => {
  const [theirs, others] = [await sessionOf("tester"), await sessionOf("owner")]
  const { token } = await done(createToken(company.people.tester, { name: "reporting", days: 30, scopes: ["read", "write"] }))
  const { id } = await done(grantRole(company.people.admin, { unitId: company.east, personId: company.people.tester.personId ?? "", role: "evidence-reviewer" }))
  expect(await actorOfSession(theirs)).not.toBeNull()
  await done(withdrawRole(company.people.admin, { id }))
  expect(await actorOfSession(theirs)).toBeNull()
  expect(await actorOfSession(others)).not.toBeNull()
  expect((await actorOfToken(digestOf(token)))?.grants.map((grant) => grant.role)).toEqual(["tester"])
})
