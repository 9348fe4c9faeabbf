import { hash, verify } from "@node-rs/argon2"

// argon2id with 46 MiB and two passes: above OWASP's least (46 MiB, one pass), some 60 ms on one core.
const cost = { memoryCost: 47_104, timeCost: 2, parallelism: 1 } as const

let nobody: Promise<string> | undefined

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost)
}

/** Whether a password fits a hash. Without a hash it works just as long against nobody's, so that time tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (nobody ??= hashPassword("nobody's password")))
  const good = await verify(against, password.normalize("NFKC"))
  return good && stored !== null
}
