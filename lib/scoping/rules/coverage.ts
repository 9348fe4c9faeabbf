/** An account as coverage sees it: amount in yuan, shares in per cent by the unit's id. */
export type Shared = { id: string; amount: number; shares: Readonly<Record<string, number>> }
/** In per cent of the account: at units in scope, at units left out, and at no unit. */
export type Coverage = { covered: number; leftOut: number; unplaced: number; coveredAmount: number }

/** How much of an account lies at the units in scope (domain.md § 1). */
export function coverageOf({ amount, shares }: Shared, inScope: ReadonlySet<string>): Coverage {
  const sum = (wanted: boolean) => round(Object.entries(shares).reduce((total, [unit, share]) => total + (inScope.has(unit) === wanted ? share : 0), 0))
  const [covered, leftOut] = [sum(true), sum(false)]
  return { covered, leftOut, unplaced: round(100 - covered - leftOut), coveredAmount: (amount * covered) / 100 }
}

/** The same over all accounts, weighed by their amounts; null where there is nothing to weigh. */
export function totalCoverage(accounts: readonly Shared[], inScope: ReadonlySet<string>): { amount: number; coveredAmount: number; covered: number } | null {
  const amount = accounts.reduce((total, account) => total + account.amount, 0)
  if (amount <= 0) return null
  const coveredAmount = accounts.reduce((total, account) => total + coverageOf(account, inScope).coveredAmount, 0)
  return { amount, coveredAmount, covered: round((coveredAmount / amount) * 100) }
}

/** The sum of all shares, in per cent; more than 100 is a mistake. */
export function placed(shares: Readonly<Record<string, number>>): number {
  return round(Object.values(shares).reduce((total, share) => total + share, 0))
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100
}
