import { type Command, InvalidArgumentError, Option } from "commander"
import { createAccount, resetAccount } from "@/lib/access/commands/accounts"
import { clearSecondFactor } from "@/lib/access/commands/removals"
import { operator } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { accountIn } from "@/lib/units/queries/people"
import { unitByCode } from "@/lib/units/queries/units"
import { addPersonSchema, grantable, languages } from "@/lib/units/schema"
import { done, fail, say } from "./say"

type Create = { email: string; nameZh: string; nameEn: string; unit: string[]; role: Granted[]; language: (typeof languages)[number] }
type Granted = (typeof grantable)[number]

/** `user create` and `user reset`: each prints a one-time link, with which the person sets a password. */
export function userCommands(program: Command): void {
  const user = program.command("user").description("people and their accounts")
  user.command("create")
    .description("enter a person with a role, and print a one-time link for the first password")
    .requiredOption("--email <address>", "address, by which the person signs in", address)
    .requiredOption("--name-zh <name>", "name in Chinese")
    .requiredOption("--name-en <name>", "name in English")
    .requiredOption("--unit <code>", "the person's unit, where the role holds; given again, the role holds there too", gathered<string>)
    .addOption(new Option("--role <role>", "role; may be given again").choices(grantable).argParser(role).makeOptionMandatory())
    .addOption(new Option("--language <language>", "language of pages and mail").choices(languages).default("zh-CN"))
    .action(create)
  user.command("reset")
    .description("print a new one-time link, and end every session of the person")
    .requiredOption("--email <address>", "address of the account", address)
    .option("--second-factor", "remove their second factor too, where two administrators are no longer to be had")
    .action(reset)
}

async function create({ email, nameZh, nameEn, unit, role: roles, language }: Create): Promise<void> {
  const units: string[] = []
  for (const code of unit) units.push(await unitId(code))
  const person = addPersonSchema.safeParse({ unitId: units[0], email, nameZh, nameEn, language })
  if (!person.success) return fail(`${person.error.issues[0]?.path.join(".")}: ${person.error.issues[0]?.message}`)
  const granted = units.flatMap((id) => roles.map((one) => ({ unitId: id, role: one })))
  say(done(await createAccount(operator, person.data, granted)).address)
}

async function reset({ email, secondFactor }: { email: string; secondFactor?: boolean }): Promise<void> {
  const person = { personId: await personId(email) }
  if (secondFactor) done(await clearSecondFactor(operator, person))
  say(done(await resetAccount(operator, person)).address)
}

async function unitId(code: string): Promise<string> {
  const unit = await asReader(operator, ({ tx }) => unitByCode(tx, code))
  return unit?.id ?? fail(`no unit ${code}`)
}

/** The person of an open account. */
export async function personId(email: string): Promise<string> {
  const person = await asReader(operator, ({ tx }) => accountIn(tx, { email }))
  return person?.id ?? fail(`no open account ${email}`)
}

/** A mail address as it is kept; a usage error if it is none. */
export function address(given: string): string {
  const parsed = addPersonSchema.shape.email.safeParse(given)
  if (!parsed.success) throw new InvalidArgumentError("not a mail address")
  return parsed.data
}

function role(given: string, before: Granted[] = []): Granted[] {
  const known = grantable.find((one) => one === given)
  if (!known) throw new InvalidArgumentError(`one of ${grantable.join(", ")}`)
  return [...new Set([...before, known])]
}

function gathered<Value>(given: Value, before: Value[] = []): Value[] {
  return [...new Set([...before, given])]
}
