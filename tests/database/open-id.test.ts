import { beforeAll, expect, test } from "vitest"
import { signInByOpenId } from "@/lib/access/commands/open-id"
import { changeSignInPolicy } from "@/lib/access/commands/sign-in-policy"
import { actorOfSession } from "@/lib/platform/identity"
import { closeAccount } from "@/lib/units/commands/people"
import { buildCompany, type Company } from "../builders/company"
import { codeOf, done, eventsOf } from "../builders/outcome"
import { newPlace } from "../builders/session"

let company: Company
const identity = (email: string, more: object = {}) => ({ email, verified: true, strong: false, signedInAt: null, ...more })
beforeAll(async () => {
  company = await buildCompany()
})

test("the company account opens a session for an open account with that address, and enters nobody", async () => {
  const { owner, head, admin } = company.people
  const events = await eventsOf(company.east, async () => {
    const entered = await done(signInByOpenId(identity(owner.email), newPlace()))
    expect((await actorOfSession("sessionId" in entered ? entered.sessionId : ""))?.personId).toBe(owner.personId)
    expect(await codeOf(signInByOpenId(identity("stranger@keypoint.example"), newPlace()))).toBe("unauthenticated")
    expect(await codeOf(signInByOpenId(identity(owner.email, { verified: false }), newPlace()))).toBe("unauthenticated")
    expect(await codeOf(signInByOpenId({ email: null, verified: true, strong: true, signedInAt: null }, newPlace()))).toBe("unauthenticated")
  })
  expect(events).toEqual(["access.signed-in"])
  await done(closeAccount(admin, { personId: head.personId ?? "" }))
  expect(await codeOf(signInByOpenId(identity(head.email, { strong: true }), newPlace()))).toBe("unauthenticated")
})

test("a role that demands a second factor is content with the provider's, and with nothing less", async () => {
  const { manager, admin } = company.people
  await done(changeSignInPolicy(admin, { idleMinutes: 480, absoluteHours: 168, secondFactorRoles: ["plant-manager"] }))
  expect(await done(signInByOpenId(identity(manager.email), newPlace()))).toMatchObject({ awaiting: "enrolment" })
  const entered = await done(signInByOpenId(identity(manager.email, { strong: true }), newPlace()))
  expect(await actorOfSession("sessionId" in entered ? entered.sessionId : "")).not.toBeNull()
})
