import { z } from "zod"

const codes: Record<string, string> = { "not-allowed": "refused", "separation-of-duties": "refused", "not-found": "not-found", unauthenticated: "sign-in" }
/** What a status says, in the tables' words. */
export const words: Record<number, string> = { 401: "sign-in", 403: "refused", 404: "not-found" }
const refusal = z.object({ code: z.string(), message: z.string(), errors: z.array(z.unknown()).optional() })
// A form's state, a command's result, or nothing at all.
const answers = z.union([
  z.object({ status: z.literal("refused"), refusal }).transform(({ refusal }) => wordFor(refusal)),
  z.object({ ok: z.literal(false), refusal }).transform(({ refusal }) => wordFor(refusal)),
  z.object({ status: z.literal("done") }).transform(() => "acts"),
  z.object({ ok: z.literal(true) }).transform(() => "acts"),
  z.object({ id: z.uuid() }).transform(() => "acts"),
  // What a browser is to ask its device.
  z.object({ challenge: z.string() }).transform(() => "acts"),
  z.undefined().transform(() => "acts"),
])
const failure = z.object({ digest: z.string() })

/** A refusal in the tables' words; one that says nothing of who may, as it was said. */
function wordFor({ code, message, errors = [] }: z.infer<typeof refusal>): string {
  return codes[code] ?? `${code}:${message}${errors.length > 0 ? JSON.stringify(errors) : ""}`.replaceAll(/\s+/g, "_")
}

/** What became of a server action. */
export async function outcomeOf(run: () => Promise<unknown>): Promise<string> {
  try {
    return answers.parse(await run())
  } catch (error) {
    const to = failure.safeParse(error).data?.digest.split(";")[2]
    if (to === undefined) throw error
    return /^\/sign-in(\?done=late)?$/.test(to) ? "sign-in" : "acts"
  }
}
