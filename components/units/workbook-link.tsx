import { type ReactNode } from "react"
import { buttonLook } from "@/components/ui/button"
import type { ImportKind } from "@/lib/units/schema"

/** A workbook to be saved: not a page, so the browser itself fetches it. */
export function WorkbookLink({ kind, unitId, template = false, children }: { kind: ImportKind; unitId: string; template?: boolean; children: ReactNode }) {
  return <a href={`/api/unit-exports?kind=${kind}&unit=${unitId}${template ? "&template=1" : ""}`} download className={buttonLook("plain")}>{children}</a>
}
