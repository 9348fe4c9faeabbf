import type { FieldError } from "@/lib/platform/refusal"

export type Waived = { fault: string; reason: string }

/** What a fault is told apart by: which rule, where, and for an element the aspect that is missing. */
export function faultKey({ message, path, params }: FieldError): string {
  return [message.split(".").at(-1), path, params?.aspect].filter(Boolean).join(" ")
}

/** The id on a page where what is wrong with a code stands. */
export function faultId(code: string): string {
  return `fault-${code}`
}

/** The faults that nobody has let pass. */
export function standing(faults: readonly FieldError[], waived: readonly Waived[]): FieldError[] {
  const passed = new Set(waived.map(({ fault }) => fault))
  return faults.filter((fault) => !passed.has(faultKey(fault)))
}
