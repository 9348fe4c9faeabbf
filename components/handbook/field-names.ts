import { useTranslations } from "next-intl"

const columns: Record<string, string> = { ownerPosition: "ownerPosition", operatingTest: "procedure", review: "reviewThreshold", kindsReason: "kindsReason" }

/** Names of a content's fields, as the workbook's headings call them. */
export function useFieldNames() {
  const t = useTranslations("handbook.workbook.columns")
  return (fields: string[]) => fields.map((field) => t(columns[field] ?? field)).join(" · ")
}
