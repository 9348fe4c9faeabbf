import { beforeEach, describe, expect, test } from "vitest"
import { givePassword } from "@/lib/access/commands/passwords"
import { keepPasskey, startPasskey } from "@/lib/access/commands/passkeys"
import { asProved, proveByOpenId, startProof } from "@/lib/access/commands/proof"
import { confirmCode, makeRecoveryCodes, startCode } from "@/lib/access/commands/second-factor"
import { waysToProve } from "@/lib/access/queries/proof"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { newPasskeySchema, type Proof, proofSchema } from "@/lib/access/schema"
import { handOver } from "@/lib/handovers/commands/sign"
import { divideHandover } from "@/lib/handovers/commands/divide"
import { openHandover } from "@/lib/handovers/commands/open"
import { type Actor, seed } from "@/lib/platform/actor"
import { codeOfApp, nextCode, withApp } from "../builders/authenticator"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done } from "../builders/outcome"
import { asOwner } from "../builders/owner"
import { passkeyDevice } from "../builders/passkey-device"
import { newPlace, signedIn } from "../builders/session"

const password = "tide lantern copper nine"
let company: Company
let owner: Actor
beforeEach(async () => {
  company = await buildCompany()
  owner = company.people.owner
})

const now = () => Math.floor(Date.now() / 1000)
const identity = (email: string, signedInAt: number | null = now()) => ({ email, verified: true, strong: false, signedInAt })
const prove = (actor: Actor, given: Proof | null) => asProved(actor, "tests.prove", given, (_, proved) => proved())

/** A passkey of somebody with a password, added in an open session. */
async function withPasskey(actor: Actor) {
  await done(givePassword(seed, actor.personId ?? "", password))
  const [device, { sessionId }] = [passkeyDevice(), await signedIn({ email: actor.email, password }, newPlace())]
  const options = await done(startPasskey(actor, { password }, { sessionId }))
  await done(keepPasskey(actor, newPasskeySchema.parse({ name: "phone", response: device.make(options) }), newPlace(), { sessionId }))
  return device
}

describe("who one is, proved anew", () => {
  test("with nothing given is not proved", async () => {
    expect(await prove(owner, {})).toMatchObject({ ok: false, refusal: { errors: [{ path: "password", message: "access.errors.proofMissing" }] } })
    expect(await codeOf(prove(owner, null))).toBe("invalid")
  })

  test("by a code of one's app, which counts once, and of which five wrong ones are enough", async () => {
    await done(givePassword(seed, owner.personId ?? "", password))
    const { secret, codes } = await withApp(owner, (await signedIn({ email: owner.email, password }, newPlace())).sessionId)
    const oneTimeCode = await nextCode(owner, secret)
    expect(await done(prove(owner, { oneTimeCode }))).toMatchObject({ method: "one-time-code" })
    expect(await codeOf(prove(owner, { oneTimeCode }))).toBe("invalid")
    expect(await codeOf(prove(owner, { oneTimeCode: codes[0] }))).toBe("invalid")
    for (let tries = 2; tries < 5; tries += 1) expect(await codeOf(prove(owner, { oneTimeCode: "000000" }))).toBe("invalid")
    expect(await codeOf(prove(owner, { oneTimeCode: await nextCode(owner, secret) }))).toBe("rate-limited")
  })

  test("by one's own passkey over a challenge made for that; another's, and an answer twice, prove nothing", async () => {
    const [mine, theirs] = [await withPasskey(owner), await withPasskey(company.people.tester)]
    const signed = (device: typeof mine, challenge: string) => proofSchema.parse({ passkey: device.sign({ challenge }) })
    const { challenge } = await done(startProof(owner))
    expect(await codeOf(prove(owner, signed(theirs, challenge)))).toBe("invalid")
    expect(await done(prove(owner, signed(mine, challenge)))).toMatchObject({ method: "passkey" })
    expect(await codeOf(prove(owner, signed(mine, challenge)))).toBe("invalid")
    const other = await done(startProof(company.people.tester))
    expect(await codeOf(prove(owner, signed(mine, other.challenge)))).toBe("invalid")
  })

  test("by a sign-in with the company account that came after it was asked for: once, for ten minutes, by nobody else", async () => {
    const fresh = async () => (await done(proveByOpenId(owner, identity(owner.email), now()))).proof
    const proof = await fresh()
    expect((await waysToProve(owner, proof)).fresh?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000)
    expect(await codeOf(prove(company.people.tester, { proof }))).toBe("invalid")
    expect((await waysToProve(company.people.tester, proof)).fresh).toBeNull()
    expect(await done(prove(owner, { proof }))).toMatchObject({ method: "single-sign-on", at: expect.any(Date) })
    expect(await codeOf(prove(owner, { proof }))).toBe("invalid")
    const late = await fresh()
    await asOwner(`update "FreshProof" set "expiresAt" = now() - interval '1 second' where "personId" = $1 and "usedAt" is null`, [owner.personId])
    expect(await codeOf(prove(owner, { proof: late }))).toBe("invalid")
  })

  test("not by a sign-in from before, of untold time, or of somebody else", async () => {
    const begun = now()
    for (const told of [identity(owner.email, begun - 3600), identity(owner.email, null), identity(company.people.tester.email), { ...identity(owner.email), verified: false }]) {
      expect(await codeOf(proveByOpenId(owner, told, begun))).toBe("unauthenticated")
    }
    expect(await asOwner(`select 1 from "FreshProof" where "personId" = $1`, [owner.personId])).toEqual([])
  })

  test("two at once with the same proof: one is heard", async () => {
    const { proof } = await done(proveByOpenId(owner, identity(owner.email), now()))
    expect((await Promise.all(Array.from({ length: 4 }, () => codeOf(prove(owner, { proof }))))).toSorted()).toEqual(["done", "invalid", "invalid", "invalid"])
  })
})

test("who has no password signs with the company account; the signature says so, and when", async () => {
  const [leaver, { finance, performer, evidenceReviewer }] = [owner, company.people]
  expect(await waysToProve(leaver, null)).toMatchObject({ password: false, code: false, passkey: false, fresh: null })
  const { id } = await done(openHandover(finance, { unitId: company.east, personId: leaver.personId ?? "", kind: "leaves", leavesOn: "2027-01-01", interimPersonId: evidenceReviewer.personId ?? "", note: "调往兄弟单位工作。" }))
  await done(divideHandover(finance, { id, takerPersonId: performer.personId ?? "", itemIds: [] }))
  expect(await codeOf(handOver(leaver, { id, password }))).toBe("invalid")
  const { proof } = await done(proveByOpenId(leaver, identity(leaver.email), now()))
  // A refusal for another reason does not spend it.
  expect(await codeOf(handOver(leaver, { id, proof, personId: undefined, version: 99 }))).toBe("stale-version")
  await done(handOver(leaver, { id, proof }))
  const [signed] = await asOwner<{ method: string; seconds: number }>(`select method, extract(epoch from now() - "provedAt")::int as seconds from "HandoverSignature" where "handoverId" = $1`, [id])
  expect(signed?.method).toBe("single-sign-on")
  expect(signed?.seconds).toBeLessThan(60)
  await expect(asOwner(`update "HandoverSignature" set method = 'password' where "handoverId" = $1`, [id])).rejects.toMatchObject({ code: "KP001" })
})

describe("a second factor in an open session", () => {
  test("is added, and recovery codes are made, only by who proves anew who they are", async () => {
    await done(givePassword(seed, owner.personId ?? "", password))
    const { sessionId } = await signedIn({ email: owner.email, password }, newPlace())
    for (const given of [{}, { password: "guess" }, { proof: "nothing" }]) {
      expect(await codeOf(startPasskey(owner, given, { sessionId }))).toBe("invalid")
    }
    // A challenge that anybody signed in may have, to sign a statement, makes no passkey.
    const { challenge } = await done(startProof(owner))
    expect(await codeOf(keepPasskey(owner, newPasskeySchema.parse({ name: "x", response: passkeyDevice().make({ challenge }) }), newPlace(), { sessionId }))).toBe("invalid")
    await done(startCode(owner))
    const code = { oneTimeCode: codeOfApp((await ownSecondFactor(owner)).enrolment?.secret ?? "") }
    expect(await codeOf(confirmCode(owner, code, newPlace(), { sessionId }))).toBe("invalid")
    expect(await codeOf(confirmCode(owner, { ...code, password: "guess" }, newPlace(), { sessionId }))).toBe("invalid")
    expect(await ownSecondFactor(owner)).toMatchObject({ code: null, passkeys: [] })
    const { proof } = await done(proveByOpenId(owner, identity(owner.email), now()))
    await done(confirmCode(owner, { ...code, proof }, newPlace(), { sessionId }))
    expect(await codeOf(makeRecoveryCodes(owner, {}))).toBe("invalid")
    expect((await ownSecondFactor(owner)).recoveryCodes).toBe(0)
    expect((await done(makeRecoveryCodes(owner, { password }))).codes).toHaveLength(10)
  })
})
