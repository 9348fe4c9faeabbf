import type { ReactNode } from "react"
import { Time } from "@/components/ui/time"
import type { Text as Name } from "@/lib/platform/actor"
import { PersonName } from "./person"

/** One step that was taken: what, who, when, why. */
export function Note({ what, by, at, names, children }: { what: ReactNode; by: string | null; at: Date; names: Map<string, Name>; children?: ReactNode }) {
  return (
    <li className="border-b border-hairline py-2 last:border-0">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span className="font-medium">{what}</span>
        <span className="text-ink-soft"><PersonName names={names} id={by} /> · <Time at={at} /></span>
      </p>
      {children && <div className="whitespace-pre-line">{children}</div>}
    </li>
  )
}
