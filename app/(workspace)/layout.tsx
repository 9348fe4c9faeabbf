import { cookies } from "next/headers"
import { type ReactNode } from "react"
import { roomsFor } from "@/components/workspace/navigation"
import { Shell } from "@/components/workspace/shell"
import { chosenUnit } from "@/lib/platform/chosen-unit"
import { chooseUnit } from "@/lib/access/actions/preferences"
import { leave } from "@/lib/access/actions/session"
import { requireActor } from "@/lib/platform/session"
import { themeCookie, themeOf } from "@/lib/platform/theme"

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const [jar, unit] = await Promise.all([cookies(), chosenUnit(actor)])
  return (
    <Shell
      person={actor}
      units={actor.units ?? []}
      chosenUnitId={unit?.id}
      shownRooms={roomsFor(actor.grants.map((grant) => grant.role))}
      theme={themeOf(jar.get(themeCookie)?.value)}
      demo={actor.demo}
      signOut={leave}
      chooseUnit={chooseUnit}
    >
      {children}
    </Shell>
  )
}
