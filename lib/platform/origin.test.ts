import { expect, test } from "vitest"
import { isOwnOrigin } from "@/lib/platform/origin"

const from = (headers: Record<string, string>) => isOwnOrigin(new Request("http://plant.example:3000/x", { method: "POST", headers: { host: "plant.example:3000", ...headers } }))

test.each([
  ["the own address", { origin: "http://plant.example:3000" }, true],
  ["another address", { origin: "https://elsewhere.example" }, false],
  ["another port of the same machine", { origin: "http://plant.example:4000" }, false],
  ["nothing said", {}, false],
  ["an opaque origin", { origin: "null" }, false],
  ["an opaque origin of a sandbox", { origin: "null", "sec-fetch-site": "cross-site" }, false],
  ["an opaque origin of a page without referrer", { origin: "null", "sec-fetch-site": "same-origin" }, true],
  ["a sibling of the same site", { "sec-fetch-site": "same-site" }, false],
])("%s", (_, headers, expected) => expect(from(headers)).toBe(expected))
