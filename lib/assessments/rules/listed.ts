const shown = 12

/** The points that keep something from being done, for its refusal: how many, and the first codes with a sign that there are more. */
export function listed(codes: readonly string[]): { count: number; codes: string } {
  return { count: codes.length, codes: codes.slice(0, shown).join(", ") + (codes.length > shown ? " …" : "") }
}
