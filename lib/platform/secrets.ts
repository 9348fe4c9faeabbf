import { createHash, randomBytes } from "node:crypto"

/** A secret that nobody can guess (256 bits), safe in an address. Only its digest is stored. */
export function newSecret(prefix = ""): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`
}

/** SHA-256 in hex: enough for a secret of 256 bits, never for a password. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}
