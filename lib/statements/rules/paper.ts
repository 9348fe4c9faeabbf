import type { DocumentData } from "@/lib/platform/documents/schema"
import { factLines, unfinishedLines, type Words } from "@/lib/statements/rules/text"
import type { Declarations, StatementFacts } from "@/lib/statements/schema"

export type Signed = { person: string; role: string; time: string }
export type PaperContent = {
  locale: "zh-CN" | "zh-TW" | "en"
  number: string
  declarations: Declarations
  facts: StatementFacts
  exceptions: string
  unfinished: string
  hash: string
  at: Date
  demo: boolean
  signature: Signed
  countersignature: Signed | null
}

/** The document of a signed statement, from what was signed and nothing else. `words` are the room's, `frame` the document's own. */
export function paperOf(words: Words, frame: DocumentData<"statement">["words"], content: PaperContent): DocumentData<"statement"> {
  const { declarations, facts } = content
  const said = content.unfinished === "" ? [] : [{ label: words("unfinishedDeclared"), value: content.unfinished }]
  return {
    locale: content.locale,
    organisation: declarations.organisation,
    title: declarations.title,
    subtitle: declarations.period,
    number: content.number,
    parties: [
      { label: words("unit"), value: declarations.unit },
      { label: words("period"), value: declarations.period },
      { label: words("edition"), value: declarations.edition },
    ],
    mark: content.demo ? words("demo") : undefined,
    issuedAt: content.at,
    declarations: declarations.lines,
    facts: factLines(words, facts),
    exceptions: content.exceptions === "" ? [] : content.exceptions.split(/\n+/).filter((line) => line.trim() !== ""),
    unfinished: [...unfinishedLines(words, facts), ...said],
    signature: content.signature,
    countersignature: content.countersignature,
    hashes: [{ label: words("hash"), value: content.hash }],
    words: frame,
  }
}
