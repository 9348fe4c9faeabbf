"use client"

import { useTranslations } from "next-intl"
import { usePathname } from "next/navigation"
import { useEffect, useRef, useSyncExternalStore } from "react"
import { labelOf } from "./field-label"
import { Notice } from "./notice"

/** What somebody wrote into one field. */
export type Written = { label: string; text: string }
type Left = { path: string; written: Written[] }

// Forms that were refused because somebody was quicker: the present page may have no place for them.
const refused = new Map<string, Left>()
const readers = new Set<() => void>()
let left: Left | null = null

function tell(now: Left | null) {
  left = now
  for (const read of readers) read()
}

function subscribe(read: () => void) {
  readers.add(read)
  return () => void readers.delete(read)
}

/** Remembers what was written into a form that may vanish from its page; null once it was answered otherwise. */
export function remember(form: string, words: Left | null) {
  if (words) refused.set(form, words)
  else refused.delete(form)
}

/** The form is no more: what it still owed its writer stands at the top of the page. */
export function leaveBehind(form: string) {
  const words = refused.get(form)
  refused.delete(form)
  if (words) tell(words)
}

/** The texts that a form holds, under the names of their fields; no proof of who it is. */
export function writtenIn(form: HTMLFormElement): Written[] {
  return [...form.elements].flatMap((field) => {
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ["text", "number", "search", "url"].includes(field.type))
    return isText && field.value.trim() !== "" && !/password|code/i.test(field.name) ? [{ label: labelOf(field.id), text: field.value }] : []
  })
}

/** Of a form that went while it was being filled in: why, that nothing was written, and the words to take along. */
export function LeftBehind() {
  const t = useTranslations("common.forms.left")
  const path = usePathname()
  const found = useSyncExternalStore(subscribe, () => left, () => null)
  const notice = useRef<HTMLDivElement>(null)
  const shown = found?.path === path ? found : null
  useEffect(() => () => tell(null), [path])
  useEffect(() => {
    if (shown) notice.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={notice} tabIndex={-1} className="pb-4">
      <Notice kind="refusal">
        <p>{t("text")}</p>
        {shown.written.length > 0 && <p>{t("words")}</p>}
        {shown.written.map(({ label, text }, index) => (
          <p key={`${index} ${label}`} className="mt-2 border-l-2 border-line pl-3">{label ? `${label}\n${text}` : text}</p>
        ))}
      </Notice>
    </div>
  )
}
