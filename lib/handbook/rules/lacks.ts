import { faultsOf } from "@/lib/handbook/rules/completeness"
import type { HandbookContent } from "@/lib/handbook/schema/content"
import type { Lack } from "@/lib/handbook/schema/difference"

const named = 12

/** What a content may be written without, and an edition not published: how often each is missing, with the first codes; English last, which may stay missing. */
export function lacksOf(content: HandbookContent): Lack[] {
  const found = new Map<string, string[]>()
  for (const { path, message } of faultsOf(content)) {
    const what = message.replace("handbook.errors.", "")
    found.set(what, [...(found.get(what) ?? []), path])
  }
  const chinese = content.chapters.flatMap(({ points }) => points.filter(({ description }) => description.en === null).map(({ code }) => code))
  if (chinese.length > 0) found.set("english", chinese)
  return [...found].map(([what, codes]) => ({ what, count: codes.length, codes: codes.slice(0, named) }))
}
