import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { openDrafts } from "@/lib/handbook/queries/edition-page"
import { editionContent } from "@/lib/handbook/queries/content"
import { writeHandbook, writeTemplate } from "./write"

/** An edition (by number or id; the one in force unless told) as a workbook; null if the reader sees no such edition. */
export async function exportHandbook(actor: Actor, edition: string | undefined, locale: Locale): Promise<{ number: string; bytes: Uint8Array } | null> {
  const read = await editionContent(actor, edition)
  return read && { number: read.number, bytes: await writeHandbook(read.content, locale) }
}

/** An empty workbook to fill in, with the departments and positions of the edition in force; null if the reader sees no company. */
export async function exportTemplate(actor: Actor, locale: Locale): Promise<Uint8Array | null> {
  const read = await editionContent(actor)
  const company = read ? null : await openDrafts(actor)
  if (!read && !company?.company) return null
  return writeTemplate(read?.content ?? { departments: [], positions: [] }, locale)
}
