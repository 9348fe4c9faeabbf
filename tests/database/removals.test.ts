import { beforeEach, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { askRemoval, clearSecondFactor, decideRemoval } from "@/lib/access/commands/removals"
import { signIn } from "@/lib/access/commands/sign-in"
import { accountPage } from "@/lib/access/queries/people"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { type Actor, operator, seed } from "@/lib/platform/actor"
import { asActor, asReader } from "@/lib/platform/door"
import { actorOfPerson, actorOfSession } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { withApp } from "../builders/authenticator"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { newPlace, signedIn } from "../builders/session"

const password = "tide lantern copper nine"
const reason = "lost the phone, seen in person"
let company: Company
let admin: Actor
let second: Actor
let owner: Actor
let session: string
const from = newPlace

beforeEach(async () => {
  company = await buildCompany()
  admin = company.people.admin
  second = await administrator(company.hq)
  owner = company.people.owner
  await done(givePassword(seed, owner.personId ?? "", password))
  session = (await signedIn({ email: owner.email, password }, from())).sessionId
  await withApp(owner, session)
})

async function administrator(unitId: string): Promise<Actor> {
  const { id } = await done(addPerson(seed, { unitId, email: `${newId()}@keypoint.example`, nameZh: "管", nameEn: "Keeper", language: "en" }))
  await done(grantRole(seed, { unitId, personId: id, role: "administrator" }))
  return (await actorOfPerson(id)) ?? seed
}

const ask = (actor: Actor, about = owner) => askRemoval(actor, { personId: about.personId ?? "", reason })

test("two administrators remove a person's second factor: sessions end, the person is told, the password alone is enough again", async () => {
  const events = await eventsOf(company.east, async () => {
    const { id } = await done(ask(admin))
    expect((await accountPage(second, owner.personId ?? ""))?.factor.removal).toMatchObject({ id, reason, asker: { zh: "admin" } })
    expect((await ownSecondFactor(owner)).code).not.toBeNull()
    await done(decideRemoval(second, { id, decision: "removed" }))
  })
  expect(events).toEqual(["access.removal-asked", "access.removal-removed"])
  expect(await ownSecondFactor(owner)).toMatchObject({ code: null, recoveryCodes: 0 })
  expect(await actorOfSession(session)).toBeNull()
  expect(await codeOf(signIn({ email: owner.email, password }, from()))).toBe("done")
  const mails = await asReader(seed, ({ tx }) => tx.outboxMessage.findMany({ where: { personId: owner.personId }, select: { payload: true } }))
  expect(mails).toMatchObject([{ payload: { to: owner.email } }])
})

test("one administrator alone removes none, neither by the command nor past it", async () => {
  const { id } = await done(ask(admin))
  const refused = await eventsOf(company.east, async () => {
    expect(await codeOf(decideRemoval(admin, { id, decision: "removed" }))).toBe("separation-of-duties")
    expect(await codeOf(ask(admin))).toBe("conflict")
    const past = (actor: Actor, data: object) => codeOf(asActor(actor, "tests.past", ({ tx }) => tx.secondFactorRemoval.update({ where: { id }, data: { outcome: "removed", decidedAt: new Date(), ...data } })))
    expect(await past(admin, { decidedBy: admin.personId })).toBe("separation-of-duties")
    expect(await past(admin, { decidedBy: second.personId })).toBe("separation-of-duties")
    expect(await past(second, { decidedBy: second.personId, personId: company.people.tester.personId })).toBe("wrong-state")
    const forged = asActor(admin, "tests.past", ({ tx, now }) => tx.secondFactorRemoval.create({ data: {
      id: newId(), unitId: company.hq, personId: company.people.office.personId ?? "", reason, requestedBy: second.personId ?? "", requestedAt: now } }))
    expect(await codeOf(forged)).toBe("separation-of-duties")
  })
  expect(refused).toEqual([])
  expect((await ownSecondFactor(owner)).code).not.toBeNull()
})

test("the person is neither of the two", async () => {
  expect(await codeOf(ask(admin, admin))).toBe("separation-of-duties")
  const third = await administrator(company.hq)
  const { id } = await done(ask(third, admin))
  expect(await codeOf(decideRemoval(admin, { id, decision: "removed" }))).toBe("separation-of-duties")
  expect(await codeOf(decideRemoval(second, { id, decision: "removed" }))).toBe("done")
})

test("whoever does not keep the account asks for nothing and decides nothing", async () => {
  expect(await codeOf(ask(company.people.finance))).toBe("not-allowed")
  expect(await codeOf(ask(company.people.northFinance))).toBe("not-found")
  const { id } = await done(ask(admin))
  expect(await codeOf(decideRemoval(company.people.finance, { id, decision: "removed" }))).toBe("not-allowed")
  expect(await codeOf(decideRemoval(await administrator(company.north), { id, decision: "removed" }))).toBe("not-found")
})

test("a wish is declined, or lapses after seven days, and can be made again", async () => {
  const first = await done(ask(admin))
  expect(await eventsOf(company.east, () => done(decideRemoval(second, { id: first.id, decision: "declined" })))).toEqual(["access.removal-declined"])
  expect(await codeOf(decideRemoval(second, { id: first.id, decision: "removed" }))).toBe("wrong-state")
  const { id } = await done(ask(admin))
  await asOwner(`alter table "SecondFactorRemoval" disable trigger kp_life`)
  await asOwner(`update "SecondFactorRemoval" set "requestedAt" = now() - interval '8 days' where id = $1`, [id])
  await asOwner(`alter table "SecondFactorRemoval" enable trigger kp_life`)
  expect(await codeOf(decideRemoval(second, { id, decision: "removed" }))).toBe("wrong-state")
  expect((await accountPage(second, owner.personId ?? ""))?.factor.removal).toBeNull()
  expect(await codeOf(ask(second))).toBe("done")
})

test("two who decide at once: one does, the other is told", async () => {
  const third = await administrator(company.hq)
  const { id } = await done(ask(admin))
  const answers = await Promise.all([second, third].map((actor) => codeOf(decideRemoval(actor, { id, decision: "removed" }))))
  expect(answers.toSorted()).toEqual(["done", "wrong-state"])
})

test("the operator at the command line removes it alone, and nobody else does", async () => {
  const input = { personId: owner.personId ?? "" }
  expect(await codeOf(clearSecondFactor(admin, input))).toBe("not-allowed")
  expect(await eventsOf(company.east, () => done(clearSecondFactor(operator, input)))).toEqual(["access.removal-removed"])
  expect((await ownSecondFactor(owner)).code).toBeNull()
})
