import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
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
  const actor = await currentActor()
  if (!actor) redirect("/sign-in")
  const values = valuesOf(form)
  const parsed = schema.safeParse(values, { reportInput: true })
  if (!parsed.success) return { status: "refused", refusal: invalid(parsed.error), values: keepable(values) }
  const result = await command(actor, parsed.data)
  if (!result.ok) return { status: "refused", refusal: result.refusal, values: keepable(values) }
  revalidatePath("/", "layout")
  if (after.to) redirect(after.to(result.value))
  return { status: "done", message: after.message, params: after.params?.(result.value) }
}
