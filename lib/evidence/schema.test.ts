import { expect, it } from "vitest"
import { obligationFilterSchema } from "./schema"

it("takes a blank name for none, and not for everybody who owns something", () => {
  expect(obligationFilterSchema.parse({ name: "  " }).name).toBeUndefined()
  expect(obligationFilterSchema.parse({ name: " 唐毅 " }).name).toBe("唐毅")
})
