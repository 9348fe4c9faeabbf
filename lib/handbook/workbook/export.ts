import type { Actor } from "@/lib/platform/actor"
import type { Locale } from "@/lib/platform/i18n/locales"
import { editionContent } from "@/lib/handbook/queries/content"
import { writeHandbook } from "./write"

/** An edition (by number or id; the one in force unless told) as a workbook; null if the reader sees no such edition. */
export async function exportHandbook(actor: Actor, edition: string | undefined, locale: Locale): Promise<{ number: string; bytes: Uint8Array } | null> {
  const read = await editionContent(actor, edition)
  return read && { number: read.number, bytes: await writeHandbook(read.content, locale) }
}
