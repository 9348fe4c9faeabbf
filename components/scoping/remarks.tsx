import { useTranslations } from "next-intl"
import { Notice } from "@/components/ui/notice"
import type { ScopeView } from "@/lib/scoping/queries/page"

/** What a draft still lacks before it can be approved, and what its approver should know. */
export function Remarks({ view: { gaps, warnings, scope } }: { view: ScopeView }) {
  const [t, lacking, known] = [useTranslations("scoping"), useTranslations("scoping.refusals.gaps"), useTranslations("scoping.warnings")]
  const open = scope.approvedAt === null && gaps.length > 0
  return (
    <>
      {open && <Notice kind="info" title={t("lacks")}><ul className="list-disc pl-5">{gaps.map(({ key, params }) => <li key={`${key} ${params.name ?? ""}`}>{lacking(key, params)}</li>)}</ul></Notice>}
      {warnings.length > 0 && <Notice kind="warning"><ul className="list-disc pl-5">{warnings.map(({ key, params }) => <li key={`${key} ${params.name ?? ""}`}>{known(key, params)}</li>)}</ul></Notice>}
    </>
  )
}
