import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { type Locale } from "./locales"

export type Messages = { [key: string]: string | Messages }

const kept = new Map<Locale, Messages>()

/** All messages of a language: one namespace for each file. What traditional Chinese lacks stands in simplified. */
export function messagesOf(locale: Locale): Messages {
  const known = kept.get(locale)
  if (known) return known
  const messages = locale === "zh-TW" ? merge(messagesOf("zh-CN"), read(locale)) : read(locale)
  if (process.env.NODE_ENV === "production") kept.set(locale, messages)
  return messages
}

// A client island may use `common` and what a form answers; every other text is given to it by the server.
const shownByForms = ["errors", "refusals", "done"]

const sent = new WeakMap<Messages, Messages>()

/** The part of the messages that is sent to the browser. */
export function clientMessages(messages: Messages): Messages {
  const known = sent.get(messages) ?? partOf(messages)
  sent.set(messages, known)
  return known
}

function partOf(messages: Messages): Messages {
  const part: Messages = {}
  for (const [namespace, texts] of Object.entries(messages)) {
    if (typeof texts === "string") continue
    if (namespace === "common") part[namespace] = only(texts, ["forms", "page", "refusals", "errors", "done", "roles"])
    else part[namespace] = only(texts, shownByForms)
  }
  return part
}

function only(texts: Messages, keys: string[]): Messages {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => keys.includes(key)))
}

function read(locale: Locale): Messages {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "messages", locale)
  const messages: Messages = {}
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    messages[file.slice(0, -".json".length)] = JSON.parse(readFileSync(path.join(folder, file), "utf8"))
  }
  return messages
}

function merge(below: Messages, above: Messages): Messages {
  const merged = { ...below }
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key]
    merged[key] = typeof value === "object" && typeof under === "object" ? merge(under, value) : value
  }
  return merged
}
