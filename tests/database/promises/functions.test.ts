import { beforeAll, describe, expect, it } from "vitest"
import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { livedCompany, type Lived } from "../../builders/lived"
import { asApplication } from "../../builders/owner"
import { strangersOf } from "../../builders/strangers"
import { cleanDatabase } from "../../setup/database"

Object.assign(process.env, { DATABASE_APP_URL: (await cleanDatabase()).appUrl })

// What must be known before anybody is inside the door, and what triggers ask. No request leads a person's own keys there unjudged.
const beforeTheDoor: Record<string, string> = {
  kp_enter: "the door itself",
  kp_actor_of: "sign-in: who a person is and how far they reach",
  kp_credential_of: "sign-in: the digest to compare a password with",
  kp_has_second_factor: "sign-in: whether a second step is wanted",
  kp_needs_second_factor: "sign-in: whether a second step is wanted",
  kp_next_step: "sign-in: which step is wanted",
  kp_holds_any_role: "whether to begin a departure for somebody whose last role ends",
  kp_sign_in_policy: "sign-in: the limits of the person's company",
  kp_organisation: "the company's name, which stands on everybody's documents",
  kp_answered_in: "the triggers that keep duties apart ask it as whoever writes; it says yes or no to three keys that fit together",
  kp_answers_for: "the same for today",
  kp_person_names: "the name that belongs to a key, for what one may read anyway: a borrowed tester's, a countersigner's",
  kp_unit_names: "the name that belongs to a unit's key, which both sides of a loan are told",
}

type Parameter = { name: string; type: string }
type Callable = { name: string; parameters: Parameter[]; set: boolean }

let company: Lived
let strangers: [string, Actor][]
let functions: Callable[]
beforeAll(async () => {
  company = await livedCompany()
  strangers = Object.entries(await strangersOf(company)).filter(([who]) => ["north finance-lead", "north administrator", "external auditor"].includes(who))
  const rows = await asApplication<{ name: string; names: string[] | null; types: string[]; set: boolean }>(`
    select p.proname as name, p.proargnames[1:p.pronargs] as names, p.proretset as set, array(select t::regtype::text from unnest(p.proargtypes) t) as types
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname like 'kp\\_%' and p.prorettype <> 'trigger'::regtype and has_function_privilege(p.oid, 'execute') order by 1`)
  functions = rows.map(({ name, names, types, set }) => ({ name, set, parameters: types.map((type, index) => ({ type, name: names?.[index] ?? "" })) }))
})

const keyed = ({ parameters }: Callable) => parameters.some(({ type }) => type.startsWith("uuid"))

/** A value for a parameter: EAST's key where a key is asked for, or one of nothing. */
function valueFor({ name, type }: Parameter, key: string | null): string {
  const id = key ?? newId()
  const own = (east: string | null | undefined) => (key === null ? newId() : (east ?? id))
  switch (type) {
    case "uuid": return `'${/person|deputy|whom/.test(name) ? own(company.people.owner.personId) : name === "unit" ? own(company.east) : id}'::uuid`
    case "uuid[]": return `array['${id}'::uuid]`
    case "text[]": return `array['read']`
    case "jsonb": return `'[]'::jsonb`
    case "interval": return `'1 hour'::interval`
    case "boolean": return "true"
    case "text": return name === "wanted" ? `'2026-Q3'` : `'test'`
    default: return type.startsWith("timestamp") || type === "date" ? `now()::${type}` : `1::${type}`
  }
}

/** What a call answers, rows or error, with the key that was asked with taken out; nothing that it wrote stays. */
async function answered(actor: Actor, { name, parameters }: Callable, key: string | null): Promise<string> {
  const call = `select coalesce(string_agg(to_jsonb(f)::text, ','), '') as said from ${name}(${parameters.map((parameter) => valueFor(parameter, key)).join(", ")}) f`
  let said = ""
  await asReader(actor, async ({ tx }) => {
    said = (await tx.$queryRawUnsafe<{ said: string }[]>(call))[0]?.said ?? ""
    throw new Error("enough")
  }).catch((error: unknown) => {
    if (error instanceof Error && error.message !== "enough") said = error.message.split("\n").at(-1) ?? ""
  })
  return said.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "<key>").replaceAll(/\d{4}-\d\d-\d\dT[\d:.+]+/g, "<time>")
}

describe("what the owner's functions tell somebody of another unit", () => {
  it("does not depend on whether a key is one of EAST's or of nothing", async () => {
    expect(functions.filter(keyed).length).toBeGreaterThan(25)
    const keys = [...new Set([company.east, ...Object.values(company.ids)])]
    const telling = new Set<string>()
    for (const [who, actor] of strangers) {
      for (const callable of functions.filter((one) => keyed(one) && !(one.name in beforeTheDoor))) {
        const none = await answered(actor, callable, null)
        for (const key of keys) {
          const said = await answered(actor, callable, key)
          if (said !== none) telling.add(`${callable.name} to ${who}: ${said.slice(0, 120)} instead of ${none.slice(0, 120)}`)
        }
      }
    }
    expect([...telling]).toEqual([])
  })

  it("knows no exception that is not there", () => {
    expect(Object.keys(beforeTheDoor).filter((name) => !functions.some((one) => one.name === name))).toEqual([])
  })
})
