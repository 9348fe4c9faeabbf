import { once } from "node:events"
import { createServer, request } from "node:http"
import type { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, expect, test } from "vitest"
import { bodyOf, holdIncoming } from "@/lib/platform/upload/incoming"

holdIncoming()
const server = createServer()
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"))
afterAll(() => new Promise((done) => server.close(done)))

async function post(type: string, body: string, answer: (request: Request, raw: Readable) => Promise<string>): Promise<string> {
  server.removeAllListeners("request").on("request", (message, response) => {
    const headers = { "content-type": message.headers["content-type"] ?? "" }
    void answer(new Request("http://localhost", { method: "POST", headers, body: "the copy" }), message).then((said) => response.end(said))
  })
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  const sent = request({ host: "127.0.0.1", port, agent: false, method: "POST", headers: { "content-type": type } }).end(body)
  return new Promise((resolve, reject) => sent.once("response", (response) => void textOf(response).then(resolve, reject)).once("error", reject))
}

async function textOf(stream: Readable | null): Promise<string> {
  return stream ? text(stream) : ""
}

test("a form with files is read from its own socket, once", async () => {
  expect(await post("multipart/form-data; boundary=b", "as it came", async (asked, raw) => {
    await new Promise((later) => setTimeout(later, 5))
    const body = bodyOf(asked)
    expect(body).toBe(raw)
    return `${await textOf(body)}, then ${await textOf(bodyOf(asked))}`
  })).toBe("as it came, then the copy")
})

test("what is no such form, or of another request, is read as it is handed on", async () => {
  expect(await post("text/plain", "as it came", (asked) => textOf(bodyOf(asked)))).toBe("the copy")
  const other = new Request("http://localhost", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=c" }, body: "another" })
  expect(await post("multipart/form-data; boundary=b", "as it came", () => textOf(bodyOf(other)))).toBe("another")
})
