import { beforeEach, describe, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { confirmCode, dropCode, makeRecoveryCodes, startCode } from "@/lib/access/commands/second-factor"
import { passStep } from "@/lib/access/commands/second-step"
import { signIn } from "@/lib/access/commands/sign-in"
import { changeSignInPolicy } from "@/lib/access/commands/sign-in-policy"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { limits } from "@/lib/access/rules"
import { type Actor, type Role, seed } from "@/lib/platform/actor"
import { actorOfSession } from "@/lib/platform/identity"
import { codeOfApp, nextCode, withApp } from "../builders/authenticator"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asApplication, asOwner } from "../builders/owner"
import { newPlace, signedIn } from "../builders/session"

const password = "tide lantern copper nine"
let company: Company
let owner: Actor
const from = newPlace

beforeEach(async () => {
  company = await buildCompany()
  owner = company.people.owner
  await done(givePassword(seed, owner.personId ?? "", password))
})

/** The step after the right password. */
async function stepOf(actor: Actor) {
  const entered = await done(signIn({ email: actor.email, password }, from()))
  if (!("step" in entered)) throw new Error("no second factor is wanted")
  return entered
}

async function demand(...roles: Role[]) {
  await done(changeSignInPolicy(company.people.admin, { idleMinutes: 480, absoluteHours: 168, secondFactorRoles: roles }))
}

describe("an authenticator app", () => {
  test("counts for nothing until a code of it is confirmed; then the password alone opens no session, and older ones end", async () => {
    const [here, elsewhere] = [await signedIn({ email: owner.email, password }, from()), await signedIn({ email: owner.email, password }, from())]
    await done(startCode(owner))
    expect(await codeOf(signIn({ email: owner.email, password }, from()))).toBe("done")
    const { secret } = (await ownSecondFactor(owner)).enrolment ?? { secret: "" }
    const events = await eventsOf(company.east, async () => {
      const wrong = codeOfApp(secret, Date.now() - 600_000)
      expect(await codeOf(confirmCode(owner, { oneTimeCode: wrong, password }, from(), { sessionId: here.sessionId }))).toBe("invalid")
      expect((await ownSecondFactor(owner)).code).toBeNull()
      await done(confirmCode(owner, { oneTimeCode: codeOfApp(secret), password }, from(), { sessionId: here.sessionId }))
    })
    expect(events).toEqual(["access.code-confirmed"])
    expect(await actorOfSession(here.sessionId)).not.toBeNull()
    expect(await actorOfSession(elsewhere.sessionId)).toBeNull()
    expect((await stepOf(owner)).awaiting).toBe("code")
    expect(await codeOf(startCode(owner))).toBe("wrong-state")
  })

  test("opens the session with its present code, which then counts no more, at whichever sign-in", async () => {
    const { secret } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    const [one, other] = [await stepOf(owner), await stepOf(owner)]
    const code = await nextCode(owner, secret)
    const events = await eventsOf(company.east, async () => {
      expect(await codeOf(passStep(one.step, { oneTimeCode: "000000" }, from()))).toBe("unauthenticated")
      const session = await done(passStep(one.step, { oneTimeCode: code }, from()))
      expect((await actorOfSession(session.sessionId))?.personId).toBe(owner.personId)
      expect(await codeOf(passStep(other.step, { oneTimeCode: code }, from()))).toBe("unauthenticated")
      expect(await codeOf(passStep(one.step, { oneTimeCode: await nextCode(owner, secret) }, from()))).toBe("not-found")
    })
    expect(events).toEqual(["access.signed-in"])
  })

  test("is guessed at five times from one address, and thirty times from all", async () => {
    const { secret } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    const { step } = await stepOf(owner)
    const here = from()
    for (let tries = 0; tries < limits.account; tries += 1) expect(await codeOf(passStep(step, { oneTimeCode: "000000" }, here))).toBe("unauthenticated")
    expect(await codeOf(passStep(step, { oneTimeCode: await nextCode(owner, secret) }, here))).toBe("rate-limited")
    for (let tries = limits.account; tries < limits.codes; tries += 1) await codeOf(passStep(step, { oneTimeCode: "000000" }, from()))
    expect(await codeOf(passStep(step, { oneTimeCode: await nextCode(owner, secret) }, from()))).toBe("rate-limited")
  })

  test("is kept sealed: neither the row nor the trail holds the secret", async () => {
    const { secret, codes } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    const rows = await asOwner<{ all: string }>(`select coalesce((select json_agg(c) from "OneTimeCode" c), '[]')::text || (select json_agg(e) from "AuditEvent" e)::text
      || (select json_agg(r) from "RecoveryCode" r)::text as all`)
    for (const told of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))]) expect(rows[0]?.all).not.toContain(told)
  })

  test("is given up with the password, unless a role demands a second factor", async () => {
    await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    await demand("control-owner")
    const refused = await eventsOf(company.east, async () => {
      expect(await codeOf(dropCode(owner, { password: password }))).toBe("not-allowed")
      await demand()
      expect(await codeOf(dropCode(owner, { password: "guess" }))).toBe("invalid")
    })
    expect(refused).toEqual([])
    expect(await eventsOf(company.east, () => done(dropCode(owner, { password: password })))).toEqual(["access.code-dropped"])
    expect(await ownSecondFactor(owner)).toMatchObject({ code: null, recoveryCodes: 0 })
    expect(await codeOf(signIn({ email: owner.email, password }, from()))).toBe("done")
  })
})

describe("a recovery code", () => {
  test("opens a session once, however it is typed, and is noted", async () => {
    const { codes } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    expect(new Set(codes).size).toBe(10)
    const given = codes[0]?.toLowerCase().replaceAll("-", " ") ?? ""
    const step = await stepOf(owner)
    const events = await eventsOf(company.east, () => done(passStep(step.step, { oneTimeCode: given }, from())))
    expect(events).toEqual(["access.recovery-code-used", "access.signed-in"])
    expect((await ownSecondFactor(owner)).recoveryCodes).toBe(9)
    expect(await codeOf(passStep((await stepOf(owner)).step, { oneTimeCode: given }, from()))).toBe("unauthenticated")
  })

  test("used twice at the same moment lets one in and tells the other", async () => {
    const { codes } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    const steps = [await stepOf(owner), await stepOf(owner), await stepOf(owner), await stepOf(owner)]
    const answers = await Promise.all(steps.map(({ step }) => codeOf(passStep(step, { oneTimeCode: codes[3] ?? "" }, from()))))
    expect(answers.toSorted()).toEqual(["done", "unauthenticated", "unauthenticated", "unauthenticated"])
    expect((await ownSecondFactor(owner)).recoveryCodes).toBe(9)
  })

  test("of an older set no longer counts, and without a second factor there is none", async () => {
    expect(await codeOf(makeRecoveryCodes(owner, { password }))).toBe("not-found")
    const { codes } = await withApp(owner, (await signedIn({ email: owner.email, password }, from())).sessionId)
    expect(await eventsOf(company.east, () => done(makeRecoveryCodes(owner, { password })))).toEqual(["access.recovery-codes-made"])
    expect(await codeOf(passStep((await stepOf(owner)).step, { oneTimeCode: codes[0] ?? "" }, from()))).toBe("unauthenticated")
  })
})

describe("a role that demands a second factor", () => {
  test("ends its holders' sessions of a password alone and lets them in only once they have set one up", async () => {
    const [theirs, others] = [await signedIn({ email: owner.email, password }, from()), company.people.tester]
    await done(givePassword(seed, others.personId ?? "", password))
    const other = await signedIn({ email: others.email, password }, from())
    await demand("control-owner", "administrator")
    expect(await actorOfSession(theirs.sessionId)).toBeNull()
    expect(await actorOfSession(other.sessionId)).not.toBeNull()

    const { step, awaiting } = await stepOf(owner)
    expect(awaiting).toBe("enrolment")
    expect(await codeOf(passStep(step, { oneTimeCode: "000000" }, from()))).toBe("not-found")
    await done(startCode(owner))
    const { secret } = (await ownSecondFactor(owner)).enrolment ?? { secret: "" }
    const session = await done(confirmCode(owner, { oneTimeCode: codeOfApp(secret) }, from(), { step }))
    expect((await actorOfSession(session?.sessionId ?? ""))?.personId).toBe(owner.personId)
  })

  test("is demanded by the database too: no session of a password alone is opened past the command", async () => {
    await demand("control-owner")
    const steps = [...(await asOwner<{ step: string }>("select kp_next_step($1::uuid) as step", [owner.personId]))]
    expect(steps).toEqual([{ step: "enrolment" }])
    await expect(asApplication(`select set_config('keypoint.person', $1, false), kp_open_session(gen_random_uuid(), $1::uuid, '', false)`, [owner.personId])).rejects.toThrow("not-found")
  })
})
