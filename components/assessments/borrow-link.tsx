import { useTranslations } from "next-intl"
import { ButtonLink } from "@/components/ui/link"
import type { Board } from "@/lib/assessments/queries/board"
import { isOpenAssessment } from "@/lib/assessments/rules/lifecycle"

/** The lead's way to a tester of another unit, while papers are worked on. */
export function BorrowLink({ board }: { board: Board }) {
  const t = useTranslations("borrowings")
  if (!board.may.lead.allowed || !isOpenAssessment(board.assessment.status)) return null
  return <ButtonLink href={`/borrowings?assessment=${board.assessment.id}`}>{t("ask")}</ButtonLink>
}
