import { once } from "node:events"
import { SMTPServer } from "smtp-server"

/** A real mail server on this machine: what it received, whom it refuses, and how to stop it. */
export async function startMailServer() {
  const received: string[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (address, _session, callback) => callback(refused.has(address.address) ? new Error("550 no such mailbox") : undefined),
    onData(stream, _session, callback) {
      let text = ""
      stream.on("data", (part: Buffer) => (text += part.toString()))
      stream.on("end", () => {
        received.push(text)
        callback()
      })
    },
  })
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  const place = server.server.address()
  const url = `smtp://127.0.0.1:${typeof place === "object" && place ? place.port : 0}`
  return { url, received, refused, stop: () => new Promise<void>((resolve) => server.close(resolve)) }
}

/** The text of a mail of one part, as its reader sees it. */
export function textOfMail(mail: string): string {
  const [head = "", ...body] = mail.split("\r\n\r\n")
  const encoded = body.join("\r\n\r\n")
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(encoded, "base64").toString()
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return encoded
  const bytes = encoded.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString()
}
