import { useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { Text } from "@/components/ui/text"
import { DateText, Time } from "@/components/ui/time"
import type { EditionPage } from "@/lib/handbook/queries/edition-page"

/** Who had a hand in an edition, and when. */
export function EditionHands({ page: { edition, names } }: { page: EditionPage }) {
  const [t, top] = [useTranslations("handbook.edition"), useTranslations("handbook.page")]
  const hand = (who: string | null, at: Date | null) => {
    const name = who === null ? null : names.get(who)
    return at && <>{name ? <Text text={name} /> : t("system")} · <Time at={at} /></>
  }
  return (
    <Facts
      facts={[
        { label: top("effectiveFrom"), value: edition.effectiveFrom && <DateText day={edition.effectiveFrom} /> },
        { label: t("drafted"), value: hand(edition.draftedBy, edition.draftedAt) },
        { label: t("submitted"), value: hand(edition.submittedBy, edition.submittedAt) },
        { label: t("reviewed"), value: hand(edition.reviewedBy, edition.publishedAt) },
        ...(edition.supersededAt ? [{ label: t("superseded"), value: <Time at={edition.supersededAt} /> }] : []),
        ...(edition.returnReason ? [{ label: t("returned"), value: edition.returnReason, wide: true }] : []),
      ]}
    />
  )
}
