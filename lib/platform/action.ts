import { revalidatePath } from "next/cache"
import { redirect, unstable_rethrow } from "next/navigation"
import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { invalid, keepable, valuesOf } from "@/lib/platform/form"
import type { FormState, Params, Result } from "@/lib/platform/refusal"
import { currentActor } from "@/lib/platform/session"

type After<Value> = {
  /** Where to go when it is done; without it the page stays and says `message`. */
  to?: (value: Value) => string
  message?: string
  params?: (value: Value) => Params
}

/** What a command answered. A fault of ours is told in the server's log and refused: an error page would lose what was typed. */
async function answerOf<Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await run()
  } catch (error) {
    // A redirect is no fault.
    unstable_rethrow(error)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return { ok: false, refusal: { code: "unavailable", message: "common.refusals.unavailable" } }
  }
}

/**
 * A form's way to a command: session, zod, command, then revalidation. What was typed comes back with a refusal. Use it
 * inside an exported async function of a `"use server"` file: `return act(form, schema, command, { to })`.
 */
export async function act<Schema extends z.ZodType, Value>(
  form: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Value>>,
  after: After<Value> = {},
): Promise<FormState> {
  const values = valuesOf(form)
  const parsed = schema.safeParse(values, { reportInput: true })
  const result = await answerOf(async () => {
    const actor = await currentActor()
    // Led away to the sign-in page, they would lose what they typed.
    if (!actor) return { ok: false, refusal: { code: "unauthenticated", message: "common.refusals.unauthenticated" } }
    return parsed.success ? await command(actor, parsed.data) : { ok: false, refusal: invalid(parsed.error) }
  })
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: keepable(values) }
  revalidatePath("/", "layout")
  if (after.to) redirect(after.to(result.value))
  return { status: "done", message: after.message, params: after.params?.(result.value) }
}
