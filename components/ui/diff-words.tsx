import { useTranslations } from "next-intl"
import { compareWords } from "./words"

/** Two texts in one, word by word: what went is struck through, what came is underlined; also said for those who listen. */
export function DiffWords({ before, after }: { before: string; after: string }) {
  const t = useTranslations("common.words.diff")
  return (
    <span className="whitespace-pre-line">
      {compareWords(before, after).map(({ text, kind }, index) =>
        kind === "same" ? (
          <span key={index}>{text}</span>
        ) : kind === "added" ? (
          <ins key={index} className="bg-good-paper text-good decoration-1"><span className="sr-only">{t("added")}</span>{text}</ins>
        ) : (
          <del key={index} className="bg-bad-paper text-bad"><span className="sr-only">{t("removed")}</span>{text}</del>
        ),
      )}
    </span>
  )
}
