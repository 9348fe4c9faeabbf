import { type Command, InvalidArgumentError } from "commander"
import { giveToken } from "@/lib/access/commands/tokens"
import { createTokenSchema } from "@/lib/access/schema"
import { operator } from "@/lib/platform/actor"
import { done, say } from "./say"
import { address, personId } from "./user"

/** `token create`: a token of the HTTP API, which acts as its person. Nothing but the token goes to standard output. */
export function tokenCommands(program: Command): void {
  const token = program.command("token").description("tokens of the HTTP API")
  token.command("create")
    .description("make a token that acts as a person, and print only the token")
    .requiredOption("--email <address>", "address of the account", address)
    .option("--name <name>", "what it is for", name, "keypoint")
    .option("--days <days>", "days for which it holds, at most 366", days, 90)
    .action(create)
}

async function create({ email, ...input }: { email: string; name: string; days: number }): Promise<void> {
  say(done(await giveToken(operator, await personId(email), { ...input, scopes: ["read", "write"] })).token)
}

function name(given: string): string {
  const parsed = createTokenSchema.shape.name.safeParse(given)
  if (!parsed.success) throw new InvalidArgumentError("1 to 80 characters")
  return parsed.data
}

function days(given: string): number {
  const parsed = createTokenSchema.shape.days.safeParse(given)
  if (!parsed.success) throw new InvalidArgumentError("a whole number from 1 to 366")
  return parsed.data
}
