import type { Actor } from "@/lib/platform/actor"
import { asActor } from "@/lib/platform/door"
import type { Locale } from "@/lib/platform/i18n/locales"
import type { Result } from "@/lib/platform/refusal"
import type { Theme } from "@/lib/platform/theme"

/** Keeps language or theme with the person. No audit event: it changes how pages look to one reader, nothing else. */
export async function keepPreferences(actor: Actor, wanted: { language?: Locale; theme?: Theme }): Promise<Result<null>> {
  return asActor(actor, "access.keep-preferences", async ({ tx }) => {
    await tx.$executeRaw`select kp_keep_preferences(${wanted.language ?? null}, ${wanted.theme ?? null})`
    return null
  })
}
