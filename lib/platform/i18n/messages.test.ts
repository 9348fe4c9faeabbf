import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { clientMessages, messagesOf } from "./messages"

it("a namespace is a file", () => expect(messagesOf("en").navigation).toHaveProperty("rooms.handbook", "Handbook"))

it("only what a form answers reaches the browser", () => {
  const sent = clientMessages({ handbook: { title: "t", errors: { a: "b" } }, common: { words: { c: "d" }, forms: { e: "f" } } })
  expect(sent).toEqual({ handbook: { errors: { a: "b" } }, common: { forms: { e: "f" } } })
})

const sources = ["app", "components"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx")).map((name) => `${folder}/${name}`))
const inBrowser = sources.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'))

it.each(inBrowser)("%s says nothing in the browser that is not sent to it", (file) => {
  const text = readFileSync(file, "utf8")
  const sent = clientMessages(messagesOf("en"))
  const known = (key: string) => key.split(".").reduce<unknown>((at, part) => (typeof at === "object" && at !== null ? Object.entries(at).find(([name]) => name === part)?.[1] : undefined), sent)
  const namespaces = [...text.matchAll(/useTranslations\("([\w.-]+)"\)/g)].map(([, name = ""]) => name)
  expect(namespaces.filter((name) => name.includes(".") && known(name) === undefined)).toEqual([])
  const keys = [...text.matchAll(/\bt\("([\w.-]+)"/g)].map(([, key = ""]) => key)
  expect(keys.filter((key) => !namespaces.some((name) => known(`${name}.${key}`) !== undefined))).toEqual([])
})
