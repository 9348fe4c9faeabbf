import { expect, it } from "vitest"
import { clientMessages, messagesOf } from "./messages"

it("a namespace is a file", () => expect(messagesOf("en").navigation).toHaveProperty("rooms.handbook", "Handbook"))

it("only what a form answers reaches the browser", () => {
  const sent = clientMessages({ handbook: { title: "t", errors: { a: "b" } }, common: { words: { c: "d" }, forms: { e: "f" } } })
  expect(sent).toEqual({ handbook: { errors: { a: "b" } }, common: { forms: { e: "f" } } })
})
