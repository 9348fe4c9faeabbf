import { compareWords } from "./words"

/** A text before and after, in one: what went is struck out, what came is underlined. */
export function DiffWords({ before, after }: { before: string; after: string }) {
  return (
    <span className="whitespace-pre-line">
      {compareWords(before, after).map(({ text, kind }, index) =>
        kind === "same" ? (
          <span key={index}>{text}</span>
        ) : kind === "added" ? (
          <ins key={index} className="bg-good-paper text-good underline">
            {text}
          </ins>
        ) : (
          <del key={index} className="bg-bad-paper text-bad line-through">
            {text}
          </del>
        ),
      )}
    </span>
  )
}
