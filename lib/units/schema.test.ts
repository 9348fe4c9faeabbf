import { expect, it } from "vitest"
import { invalid } from "@/lib/platform/form"
import { assignOwnersSchema, ownershipFilterSchema } from "./schema"

it("says that no row is ticked, rather than that something must be filled in", () => {
  const parsed = assignOwnersSchema.safeParse({ unitId: "01a204d5-a023-771f-b766-3b797dcadc17", personId: "01a204d5-a023-771f-b766-3b797dcadc17" }, { reportInput: true })
  expect(parsed.success ? [] : invalid(parsed.error).errors).toEqual([{ path: "pointIds", message: "common.errors.nothingSelected", params: undefined }])
})

it("takes a blank position for none, and not for each that has no name", () => {
  expect(ownershipFilterSchema.parse({ unit: "EAST", position: " " }).position).toBeUndefined()
  expect(ownershipFilterSchema.parse({ unit: "EAST", position: " 出纳 " }).position).toBe("出纳")
})
