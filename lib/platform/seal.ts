import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

// A key of its own from the installation's secret: what is sealed here opens with nothing else, and opens nothing else.
function key(): Buffer {
  const secret = process.env.KEYPOINT_AUTH_SECRET
  if (!secret) throw new Error("KEYPOINT_AUTH_SECRET is not set: start Keypoint with npm start")
  return Buffer.from(hkdfSync("sha256", secret, "keypoint", "second factor", 32))
}

/** Encrypts a text (AES-256-GCM); it opens only for the same owner, so that a row copied to somebody else is worth nothing. */
export function seal(text: string, owner: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")
}

/** The text, or null when it was sealed for another owner, with another secret, or was altered. */
export function unseal(sealed: string, owner: string): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url")
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12)).setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
  } catch {
    return null
  }
}
