import { z } from "zod"
import { isDay } from "@/lib/platform/days"

/** A day that comes in by a form, an address or the API. */
export const givenDay = z.iso.date().refine(isDay, "common.errors.date")
