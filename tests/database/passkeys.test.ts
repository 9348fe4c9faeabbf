import { beforeEach, expect, test } from "vitest"
import { dropPasskey, keepPasskey, signInWithPasskey, startPasskey, startPasskeySignIn } from "@/lib/access/commands/passkeys"
import { givePassword } from "@/lib/access/commands/passwords"
import { makeRecoveryCodes } from "@/lib/access/commands/second-factor"
import { passStep } from "@/lib/access/commands/second-step"
import { signIn } from "@/lib/access/commands/sign-in"
import { changeSignInPolicy } from "@/lib/access/commands/sign-in-policy"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { newPasskeySchema, passkeySchema } from "@/lib/access/schema"
import { type Actor, seed } from "@/lib/platform/actor"
import { actorOfSession } from "@/lib/platform/identity"
import { closeAccount } from "@/lib/units/commands/people"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { asApplication, asOwner } from "../builders/owner"
import { passkeyDevice } from "../builders/passkey-device"
import { newPlace, signedIn } from "../builders/session"

const password = "tide lantern copper nine"
let company: Company
let owner: Actor
const from = newPlace

beforeEach(async () => {
  company = await buildCompany()
  owner = company.people.owner
  for (const { personId } of [owner, company.people.tester]) await done(givePassword(seed, personId ?? "", password))
})

type Device = ReturnType<typeof passkeyDevice>
const made = (text: string, name = "phone") => newPasskeySchema.parse({ name, response: text })
const signed = (text: string) => passkeySchema.parse({ response: text })
const challenge = async () => (await startPasskeySignIn()).challenge
const enter = async (device: Device, more: Partial<Parameters<Device["sign"]>[0]> = {}) => signInWithPasskey(signed(device.sign({ challenge: await challenge(), ...more })), from())

/** A passkey of a person, added in an open session. */
async function added(actor: Actor, name = "phone") {
  const device = passkeyDevice()
  const session = await signedIn({ email: actor.email, password }, from())
  const options = await done(startPasskey(actor, { password }, { sessionId: session.sessionId }))
  await done(keepPasskey(actor, made(device.make(options), name), from(), { sessionId: session.sessionId }))
  return { device, session }
}

test("a passkey signs in without a password, and is a second factor: the password alone opens no session any more", async () => {
  const other = await signedIn({ email: owner.email, password }, from())
  const events = await eventsOf(company.east, async () => {
    const { device, session } = await added(owner)
    expect(await actorOfSession(session.sessionId)).not.toBeNull()
    expect(await actorOfSession(other.sessionId)).toBeNull()
    const entered = await done(enter(device))
    expect((await actorOfSession(entered.sessionId))?.personId).toBe(owner.personId)
  })
  expect(events).toEqual(["access.signed-in", "access.passkey-added", "access.signed-in"])
  expect(await done(signIn({ email: owner.email, password }, from()))).toMatchObject({ awaiting: "code" })
  expect((await ownSecondFactor(owner)).passkeys).toMatchObject([{ name: "phone", lastUsedAt: expect.any(Date) }])
})

test("an answer counts once, for our challenge, our address, and an owner whom the device has checked", async () => {
  const { device } = await added(owner)
  const answer = signed(device.sign({ challenge: await challenge() }))
  const events = await eventsOf(company.east, async () => {
    await done(signInWithPasskey(answer, from()))
    expect(await codeOf(signInWithPasskey(answer, from()))).toBe("unauthenticated")
    expect(await codeOf(enter(device, { challenge: "bm90IG91cnM" }))).toBe("unauthenticated")
    expect(await codeOf(enter(device, { origin: "http://localhost:3000.elsewhere.example" }))).toBe("unauthenticated")
    expect(await codeOf(enter(device, { verified: false }))).toBe("unauthenticated")
    expect(await codeOf(enter(passkeyDevice()))).toBe("unauthenticated")
    const late = await challenge()
    await asOwner(`update "PasskeyChallenge" set "createdAt" = now() - interval '6 minutes' where challenge = $1`, [late])
    expect(await codeOf(enter(device, { challenge: late }))).toBe("unauthenticated")
  })
  expect(events).toEqual(["access.signed-in"])
})

test("the same answer sent twice at once opens one session", async () => {
  const { device } = await added(owner)
  const answer = signed(device.sign({ challenge: await challenge() }))
  const answers = await Promise.all([1, 2, 3, 4].map(() => codeOf(signInWithPasskey(answer, from()))))
  expect(answers.toSorted()).toEqual(["done", "unauthenticated", "unauthenticated", "unauthenticated"])
})

test("a copy of a device, which counts from an earlier use, is refused", async () => {
  const { device } = await added(owner)
  await done(enter(device))
  expect(await codeOf(enter(device, { rewound: 2 }))).toBe("unauthenticated")
  await done(enter(device, { rewound: -3 }))
})

test("a new passkey needs a challenge of one's own; another person's, a used one and a sign-in's are refused", async () => {
  const session = await signedIn({ email: owner.email, password }, from())
  const at = { sessionId: session.sessionId }
  const theirs = await done(startPasskey(company.people.tester, { password }, at))
  const events = await eventsOf(company.east, async () => {
    expect(await codeOf(keepPasskey(owner, made(passkeyDevice().make(theirs)), from(), at))).toBe("invalid")
    expect(await codeOf(keepPasskey(owner, made(passkeyDevice().make({ challenge: await challenge() })), from(), at))).toBe("invalid")
    const mine = await done(startPasskey(owner, { password }, at))
    expect(await codeOf(keepPasskey(owner, made(passkeyDevice().make({ ...mine, origin: "https://elsewhere.example" })), from(), at))).toBe("invalid")
    const device = passkeyDevice()
    await done(keepPasskey(owner, made(device.make(mine)), from(), at))
    expect(await codeOf(keepPasskey(owner, made(device.make(mine)), from(), at))).toBe("invalid")
  })
  expect(events).toEqual(["access.passkey-added"])
})

test("a sign-in that demands a second factor is finished by adding a passkey", async () => {
  await done(changeSignInPolicy(company.people.admin, { idleMinutes: 480, absoluteHours: 168, secondFactorRoles: ["control-owner"] }))
  const entered = await done(signIn({ email: owner.email, password }, from()))
  const step = "step" in entered ? entered.step : ""
  const device = passkeyDevice()
  const session = await done(keepPasskey(owner, made(device.make(await done(startPasskey(owner, {}, { step })))), from(), { step }))
  expect((await actorOfSession(session?.sessionId ?? ""))?.personId).toBe(owner.personId)

  const { id } = (await ownSecondFactor(owner)).passkeys[0] ?? { id: "" }
  expect(await codeOf(dropPasskey(owner, { id, password: password }))).toBe("not-allowed")
})

test("one gives up one's own passkeys, with the password; with the last go the recovery codes", async () => {
  const { device } = await added(owner)
  const { codes } = await done(makeRecoveryCodes(owner, { password }))
  const entered = await done(signIn({ email: owner.email, password }, from()))
  await done(passStep("step" in entered ? entered.step : "", { oneTimeCode: codes[0] ?? "" }, from()))
  const { id } = (await ownSecondFactor(owner)).passkeys[0] ?? { id: "" }
  const refused = await eventsOf(company.east, async () => {
    expect(await codeOf(dropPasskey(owner, { id, password: "guess" }))).toBe("invalid")
    expect(await codeOf(dropPasskey(company.people.tester, { id, password: password }))).toBe("not-found")
  })
  expect(refused).toEqual([])
  expect(await eventsOf(company.east, () => done(dropPasskey(owner, { id, password: password })))).toEqual(["access.passkey-dropped"])
  expect(await ownSecondFactor(owner)).toMatchObject({ passkeys: [], recoveryCodes: 0 })
  expect(await codeOf(enter(device))).toBe("unauthenticated")
})

test("a closed account's passkey opens nothing, and the application's role reads no passkey", async () => {
  const { device } = await added(owner)
  await done(closeAccount(company.people.admin, { personId: owner.personId ?? "" }))
  expect(await codeOf(enter(device))).toBe("unauthenticated")
  for (const table of ["Passkey", "PasskeyChallenge", "OneTimeCode", "RecoveryCode", "SignInStep"]) {
    await expect(asApplication(`select * from "${table}"`)).rejects.toThrow("permission denied")
  }
})
