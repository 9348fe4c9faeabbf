import { makeLink } from "@/lib/access/commands/links"
import { startPasskey, startPasskeySignIn, keepPasskey } from "@/lib/access/commands/passkeys"
import { askRemoval } from "@/lib/access/commands/removals"
import { startCode } from "@/lib/access/commands/second-factor"
import { createToken } from "@/lib/access/commands/tokens"
import { ownSecondFactor } from "@/lib/access/queries/second-factor"
import { newPasskeySchema } from "@/lib/access/schema"
import { seed } from "@/lib/platform/actor"
import { codeOfApp, withApp } from "../../builders/authenticator"
import { gave } from "../../builders/evidence"
import { passkeyDevice } from "../../builders/passkey-device"
import { password } from "../../builders/quarter"
import { newPlace, signedIn } from "../../builders/session"
import { enterAs } from "@/lib/access/commands/sign-in"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { actorOfPerson } from "@/lib/platform/identity"
import { newId } from "@/lib/platform/ids"
import type { Stage } from "../cast"
import { type SetScene, words } from "./scene"

const fresh = "tide lantern copper nine"
const chosen = { password: fresh, passwordAgain: fresh }
const ownerOf = ({ people }: Stage) => people.owner.personId ?? ""

/** A passkey of the owner, made in their session. */
async function passkey({ people: { owner }, callers }: Stage) {
  const device = passkeyDevice()
  const at = { sessionId: callers.find(({ column }) => column === "owner")?.session?.id ?? "" }
  const response = newPasskeySchema.parse({ name: "phone", response: device.make(gave(await startPasskey(owner, { password }, at))) })
  gave(await keepPasskey(owner, response, newPlace(), at))
  const [kept] = (await ownSecondFactor(owner)).passkeys
  return { device, id: kept?.id ?? "" }
}

/** An administrator of the company in no column. */
export async function secondAdministrator({ hq }: Stage) {
  const { id } = gave(await addPerson(seed, { unitId: hq, email: `${newId()}@keypoint.example`, nameZh: "管", nameEn: "Keeper", language: "en" }))
  gave(await grantRole(seed, { unitId: hq, personId: id, role: "administrator" }))
  const actor = await actorOfPerson(id)
  if (!actor) throw new Error("no administrator")
  return actor
}

/** Somebody of EAST, in no column, who uses an app. */
async function withFactor({ people: { tester2 } }: Stage): Promise<string> {
  await withApp(tester2, (await signedIn({ email: tester2.email, password }, newPlace())).sessionId, password)
  return tester2.personId ?? ""
}

export const access: Record<string, SetScene> = {
  "access/session.enter": ({ people }) => ({ input: { email: people.owner.email, password } }),
  "access/session.pass": async (stage) => {
    const { codes: [code] } = await withApp(stage.people.owner, (await signedIn({ email: stage.people.owner.email, password }, newPlace())).sessionId, password)
    const entered = gave(await enterAs(stage.people.owner, newPlace(), false))
    return { input: { oneTimeCode: code }, cookies: { "keypoint-step": "step" in entered ? entered.step : "" } }
  },
  "access/session.leave": () => ({}),
  "access/session.askForLink": ({ people }) => ({ input: { email: people.owner.email } }),
  "access/session.choosePassword": async (stage) => {
    const { address } = gave(await makeLink(stage.people.admin, { personId: ownerOf(stage) }))
    return { input: { token: address.split("/").at(-1), ...chosen } }
  },
  "access/account.change": () => ({ input: { currentPassword: password, ...chosen } }),
  "access/account.end": async ({ people }) => {
    const { sessionId } = await signedIn({ email: people.owner.email, password }, newPlace())
    return { input: { id: sessionId } }
  },
  "access/account.create": () => ({ input: { name: "report", days: 30, scopes: ["read"] } }),
  "access/account.revoke": async ({ people }) => ({ input: { id: gave(await createToken(people.owner, { name: "report", days: 30, scopes: ["read"] })).id } }),
  "access/preferences.chooseLanguage": () => ({ input: { locale: "en" } }),
  "access/preferences.chooseRows": () => ({ input: { rows: "50" } }),
  "access/preferences.chooseTheme": () => ({ input: { theme: "dark" } }),
  "access/preferences.chooseUnit": ({ east }) => ({ input: { unit: east } }),
  "access/second-factor.begin": () => ({}),
  "access/second-factor.confirm": () => ({
    own: async (actor) => {
      gave(await startCode(actor))
      return { oneTimeCode: codeOfApp((await ownSecondFactor(actor)).enrolment?.secret ?? ""), password }
    },
    input: { oneTimeCode: "000000" },
  }),
  "access/second-factor.renew": () => ({
    own: async (actor, sessionId) => {
      await withApp(actor, sessionId, password)
      return { password }
    },
  }),
  "access/second-factor.drop": () => ({
    own: async (actor, sessionId) => {
      await withApp(actor, sessionId, password)
      return { password }
    },
    input: { password },
  }),
  "access/passkeys.askForPasskey": () => ({ input: { password } }),
  "access/passkeys.askToProve": () => ({}),
  "access/passkeys.add": () => ({
    own: async (actor, sessionId) => ({ name: "phone", response: passkeyDevice().make(gave(await startPasskey(actor, { password }, { sessionId }))) }),
    input: { name: "phone", response: passkeyDevice().make({ challenge: "none" }) },
  }),
  "access/passkeys.askForSignIn": () => ({}),
  "access/passkeys.enterWithPasskey": async (stage) => {
    const { device } = await passkey(stage)
    const { challenge } = await startPasskeySignIn()
    return { input: { response: device.sign({ challenge }) } }
  },
  "access/passkeys.drop": async (stage) => ({ input: { id: (await passkey(stage)).id, password } }),
  "access/administration.add": ({ east }) => ({ input: { unitId: east, email: "new.person@keypoint.example", nameZh: "新人", nameEn: "New Person" } }),
  "access/administration.revokeOf": async ({ people }) => ({
    input: { personId: people.owner.personId, id: gave(await createToken(people.owner, { name: "report", days: 30, scopes: ["read"] })).id },
  }),
  "access/administration.link": (stage) => ({ input: { personId: ownerOf(stage) } }),
  "access/administration.endAll": (stage) => ({ input: { personId: ownerOf(stage) } }),
  "access/administration.changePolicy": () => ({ input: { idleMinutes: 240, absoluteHours: 24, secondFactorRoles: ["administrator"] } }),
  "access/administration.ask": async (stage) => ({ input: { personId: await withFactor(stage), reason: words } }),
  "access/administration.decide": async (stage) => {
    const { id } = gave(await askRemoval(await secondAdministrator(stage), { personId: await withFactor(stage), reason: words }))
    return { input: { id, decision: "removed" } }
  },
}
