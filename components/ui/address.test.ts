import { expect, it } from "vitest"
import { withQuery } from "./address"

const address = { path: "/deficiencies", query: { sort: "due", cursor: "x", unit: ["a", "b"], q: "" } }

it("a change keeps the rest of the address and drops what is empty", () =>
  expect(withQuery(address, { sort: "-due", cursor: undefined })).toBe("/deficiencies?sort=-due&unit=a&unit=b"))

it("words of the reader are escaped", () => expect(withQuery({ path: "/x", query: {} }, { q: "a&b=1" })).toBe("/x?q=a%26b%3D1"))
