declare global {
  var keypointFiscalStart: number | undefined
}

/**
 * The month (1 to 12) with which the company's fiscal year begins. It is the same for all of an installation and fixed before the
 * first quarter is planned, so the door tells it to the process and rules need not be handed it (domain.md, "Always").
 */
export function fiscalStart(): number {
  return globalThis.keypointFiscalStart ?? 1
}

/** What the database says; for the door. */
export function fiscalYearBegins(month: number): void {
  globalThis.keypointFiscalStart = month
}
