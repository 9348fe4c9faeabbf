import type { Actor } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import type { Locale } from "@/lib/platform/i18n/locales"
import { contentIn } from "@/lib/handbook/queries/content"
import { editionIn } from "@/lib/handbook/queries/editions"
import { writeHandbook } from "./write"

/** An edition (by number or id; the one in force unless told) as a workbook; null if the reader sees no such edition. */
export async function exportHandbook(actor: Actor, edition: string | undefined, locale: Locale): Promise<{ number: string; bytes: Uint8Array } | null> {
  const read = await asReader(actor, async ({ tx }) => {
    const row = await editionIn(tx, edition)
    return row && { number: row.number, content: await contentIn(tx, row.id) }
  })
  return read && { number: read.number, bytes: await writeHandbook(read.content, locale) }
}
