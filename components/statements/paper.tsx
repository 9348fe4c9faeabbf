import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"
import type { StatementRow } from "@/lib/statements/queries/one"
import { factLines, unfinishedLines, type Words } from "@/lib/statements/rules/text"
import type { FactAddress } from "./fact-address"

export type PaperSignature = { kind: string; title: string; person: string; role: string; time: string }
type PaperProps = {
  statement: Pick<StatementRow, "language" | "number" | "declarations" | "facts" | "exceptions" | "unfinished" | "signatures">
  /** The room's words in the statement's own language, which need not be the reader's. */
  words: Words
  signatures: PaperSignature[]
  /** What stands where a signature is missing. */
  unsigned: string
  seal: string
  /** Where what a fact counts is listed; not a part of what was signed. */
  addressOf?: FactAddress
}

/** The statement as the document that is, or was, signed. */
export function StatementPaper({ statement, words, signatures, unsigned, seal, addressOf }: PaperProps) {
  const { declarations, facts, exceptions, unfinished } = statement
  const open = unfinishedLines(words, facts)
  return (
    <article lang={statement.language} className="mx-auto max-w-3xl border border-line bg-sheet px-5 py-8 font-document text-[0.95rem] leading-relaxed sm:px-14 sm:py-12">
      <header className="border-b-2 border-ink pb-4 text-center">
        <p>{declarations.organisation}</p>
        <h3 className="py-1 text-2xl font-semibold">{declarations.title}</h3>
        <p>{declarations.period}</p>
        <p className="text-right text-sm">{words("number")} {statement.number}</p>
      </header>
      <dl className="grid gap-x-6 border-b border-hairline py-3 text-sm sm:grid-cols-3">
        {[["unit", declarations.unit], ["period", declarations.period], ["edition", declarations.edition]].map(([name, value]) => (
          <div key={name} className="flex gap-2">
            <dt className="text-ink-soft">{words(name ?? "")}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="list-decimal space-y-2 py-5 pl-6">
        {declarations.lines.map((line) => <li key={line}>{line}</li>)}
      </ol>
      <Part title={words("factsTitle")}><Pairs lines={factLines(words, facts).map((line) => ({ ...line, href: addressOf?.(line.fact) }))} /></Part>
      <Part title={words("exceptions")}><p className="whitespace-pre-line">{exceptions === "" ? words("none") : exceptions}</p></Part>
      <Part title={words("unfinished")}>
        {open.length === 0 ? <p>{words("none")}</p> : <Pairs lines={open} />}
        {unfinished !== "" && <p className="whitespace-pre-line">{unfinished}</p>}
      </Part>
      <footer className="mt-8 grid gap-8 border-t-2 border-ink pt-5 sm:grid-cols-2">
        {signatures.map((signature) => (
          <div key={signature.kind} className="relative min-h-28 space-y-1">
            <p className="font-semibold">{signature.title}</p>
            {signature.person === "" ? <p className="text-ink-soft">{unsigned}</p> : (
              <>
                <p className="text-lg">{signature.person}</p>
                <p className="text-sm text-ink-soft">{signature.role}</p>
                <p className="text-sm text-ink-soft">{signature.time}</p>
                <span aria-hidden="true" className="absolute top-0 right-0 grid size-16 -rotate-6 place-items-center rounded-full border-3 border-double border-seal text-xl text-seal">{seal}</span>
              </>
            )}
          </div>
        ))}
      </footer>
    </article>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-2 py-3">
      <h4 className="font-semibold">{title}</h4>
      {children}
    </section>
  )
}

function Pairs({ lines }: { lines: { label: string; value: string; href?: string }[] }) {
  return (
    <dl className="text-sm">
      {lines.map(({ label, value, href }) => (
        <div key={label} className="flex justify-between gap-4 border-b border-hairline py-1">
          <dt>{label}</dt>
          <dd className="text-right">{href ? <Link href={href}>{value}</Link> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
