import { saveAccount } from "@/lib/scoping/commands/account"
import { approveScope } from "@/lib/scoping/commands/approve"
import { draftScope } from "@/lib/scoping/commands/draft"
import { setMateriality } from "@/lib/scoping/commands/prepare"
import { saveRisk } from "@/lib/scoping/commands/risk"
import type { SetMateriality } from "@/lib/scoping/schema"
import type { Company } from "./company"
import { gave } from "./evidence"

/** 5 % of a profit of 1,000,000,000: materiality 50, performance 37.5, clearly trivial 2.5 million. */
export const figures = { profitBeforeTax: 1_000_000_000, revenue: 20_000_000_000, assets: 60_000_000_000, basis: "profit" } satisfies Partial<SetMateriality>

export const account = (company: Company) => ({
  nameZh: "主营业务收入", nameEn: "Revenue", amount: 19_000_000_000, ground: "quantitative" as const, processes: ["9.1"], shares: { [company.east]: 60, [company.north]: 39.5 },
})

export const risk = { descriptionZh: "虚增上网电量以多计收入。", accounts: [], likelihood: "reasonably-possible" as const, impact: "material" as const, points: ["9.1.1.4"] }

/** A year's scope by the office, complete; its id. */
export async function aDraft(company: Company, year: number): Promise<string> {
  const { office } = company.people
  const { id } = gave(await draftScope(office, { year }))
  gave(await setMateriality(office, { id, ...figures }))
  gave(await saveAccount(office, { id, ...account(company) }))
  gave(await saveRisk(office, { id, ...risk }))
  return id
}

/** The same, approved by the chief accountant. */
export async function anApprovedScope(company: Company, year: number): Promise<string> {
  return gave(await approveScope(company.people.chiefAccountant, { id: await aDraft(company, year) })).id
}
