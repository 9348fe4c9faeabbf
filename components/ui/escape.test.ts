import { expect, test } from "vitest"
import { escaped } from "./escape"

test("nothing in a text opens a tag or ends an attribute", () => {
  expect(escaped(`<b title="x">A & B's</b>`)).toBe("&lt;b title=&quot;x&quot;&gt;A &amp; B&#x27;s&lt;/b&gt;")
  expect(escaped("电厂 &amp;")).toBe("电厂 &amp;amp;")
})
