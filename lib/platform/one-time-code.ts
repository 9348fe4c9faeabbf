import { Secret, TOTP } from "otpauth"

const [period, digits] = [30, 6] as const

function generator(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "Keypoint", label, algorithm: "SHA1", digits, period, secret: Secret.fromBase32(secret) })
}

/** A new secret for an authenticator app (160 bits, base32). */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The half-minute (RFC 6238) whose code this is, the one before and the one after included; null for any other code. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = generator(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

/** What an authenticator app reads from the QR code. */
export function codeAddress(secret: string, label: string): string {
  return generator(secret, label).toString()
}
