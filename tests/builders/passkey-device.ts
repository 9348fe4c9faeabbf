import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

const origin = "http://localhost:3000"
type Wanted = { challenge: string; origin?: string; verified?: boolean }

/** A device that makes one passkey and signs with it, as WebAuthn describes: what a browser would send. */
export function passkeyDevice() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const { x = "", y = "" } = publicKey.export({ format: "jwk" })
  const id = randomBytes(16)
  let counter = 0

  const client = (type: string, wanted: Wanted) => Buffer.from(JSON.stringify({ type, challenge: wanted.challenge, origin: wanted.origin ?? origin, crossOrigin: false }))
  /** Which site, whether the owner was there and proved it (flags 1, 4), and how often the key was used. */
  const about = (wanted: Wanted, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE((counter += 1))
    return Buffer.concat([createHash("sha256").update("localhost").digest(), Buffer.from([flags | 1 | (wanted.verified === false ? 0 : 4)]), count])
  }
  const answer = <Response>(response: Response) => JSON.stringify({ id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {}, response })

  return {
    /** A new passkey, as the answer to a registration. */
    make(wanted: Wanted): string {
      const key = Buffer.concat([Buffer.from("a5010203262001215820", "hex"), Buffer.from(x, "base64url"), Buffer.from("225820", "hex"), Buffer.from(y, "base64url")])
      const authData = Buffer.concat([about(wanted, 0x40), Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
      const attestation = Buffer.concat([Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"), Buffer.from([authData.length]), authData])
      return answer({ clientDataJSON: text(client("webauthn.create", wanted)), attestationObject: text(attestation), transports: ["internal"] })
    },
    /** A signature, as the answer to a sign-in; `rewound` is a copy that counts from an earlier use. */
    sign(wanted: Wanted & { rewound?: number }): string {
      counter -= wanted.rewound ?? 0
      const [said, authData] = [client("webauthn.get", wanted), about(wanted, 0)]
      const signature = sign("sha256", Buffer.concat([authData, createHash("sha256").update(said).digest()]), privateKey)
      return answer({ clientDataJSON: text(said), authenticatorData: text(authData), signature: text(signature) })
    },
  }
}

function text(bytes: Buffer): string {
  return bytes.toString("base64url")
}
