import { renderPdf } from "@/lib/platform/documents/render"
import { documentSchemas } from "@/lib/platform/documents/schema"
import { messagesOf } from "@/lib/platform/i18n/messages"
import { wordsIn } from "@/lib/platform/i18n/words"
import { storeBytes } from "@/lib/platform/storage"
import { type PaperContent, paperOf } from "@/lib/statements/rules/paper"

/** Makes the document of a signature once and keeps it; gives the SHA-256 of its content, by which it is stored. */
export async function keepPaper(content: PaperContent): Promise<string> {
  const documents = messagesOf(content.locale).documents
  const frame = documentSchemas.statement.shape.words.parse(typeof documents === "object" ? documents.statement : undefined)
  const pdf = await renderPdf("statement", paperOf(wordsIn(content.locale, "statements.document"), frame, content))
  return (await storeBytes(pdf)).sha256
}

/** When something was signed, as the document says it: in its language and in the unit's time zone. */
export function timeWords(language: string, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone }).format(at)
}
