import { type ReactNode } from "react"
import { buttonLook } from "@/components/ui/button"

/** A workbook to be saved: not a page, so the browser itself fetches it. */
export function ExportLink({ edition, template = false, children }: { edition?: string; template?: boolean; children: ReactNode }) {
  const address = template ? "/api/handbook-exports?template=1" : edition ? `/api/handbook-exports?edition=${edition}` : "/api/handbook-exports"
  return <a href={address} download className={buttonLook("plain")}>{children}</a>
}
