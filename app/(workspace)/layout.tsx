import { cookies } from "next/headers"
import { type ReactNode } from "react"
import { Shell } from "@/components/workspace/shell"
import { themeCookie, themeOf } from "@/lib/platform/theme"

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(themeCookie)?.value)
  return <Shell theme={theme}>{children}</Shell>
}
