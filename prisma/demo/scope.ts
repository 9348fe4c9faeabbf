import { saveAccount } from "@/lib/scoping/commands/account"
import { approveScope } from "@/lib/scoping/commands/approve"
import { draftScope } from "@/lib/scoping/commands/draft"
import { setMateriality } from "@/lib/scoping/commands/prepare"
import { saveProvider, saveRisk } from "@/lib/scoping/commands/risk"
import { asReader } from "@/lib/platform/door"
import { partsIn } from "@/lib/scoping/queries/scope"
import type { Organisation } from "./organisation"
import { as } from "./people-of"
import { must } from "./said"
import { type Key, units } from "./units"

const million = 1_000_000
type Shares = Partial<Record<Key, number>>
const accounts: { zh: string; en: string; amount: number; reason?: string; processes: string[]; shares: Shares }[] = [
  { zh: "主营业务收入", en: "Operating revenue", amount: 12_480, processes: ["3.1"], shares: { east: 38.4, west: 25.1, north: 16.9, hydro: 12.6, wind: 4.2, solar: 2.1 } },
  { zh: "燃料成本", en: "Fuel cost", amount: 7_960, processes: ["3.2"], shares: { east: 48.2, west: 31.5, north: 20.3 } },
  { zh: "固定资产", en: "Fixed assets", amount: 18_350, processes: ["3.5"], shares: { east: 31.5, west: 20.4, hydro: 19.8, north: 13.2, wind: 8.1, solar: 5, hq: 2 } },
  { zh: "在建工程", en: "Construction in progress", amount: 940, processes: ["3.6"], shares: { east: 52, solar: 21.5, wind: 14, west: 8.5, north: 4 } },
  { zh: "应付账款", en: "Accounts payable", amount: 1_320, processes: ["3.9", "3.3"], shares: { east: 36.5, west: 24.8, north: 15.5, hydro: 9, wind: 4.2, solar: 3.6, hq: 6.4 } },
  { zh: "长短期借款", en: "Borrowings", amount: 9_700, processes: ["3.17"], shares: { hq: 100 } },
  { zh: "应付职工薪酬", en: "Payroll payable", amount: 58, processes: ["3.7"], shares: { east: 31, west: 22.5, north: 14.5, hydro: 11.5, hq: 14.5, wind: 3.5, solar: 2.5 } },
  { zh: "关联方交易披露", en: "Related-party disclosures", amount: 36, reason: "金额不大，但披露错误涉及监管要求，且依赖各单位如实申报。", processes: ["3.21", "3.19"], shares: { hq: 100 } },
]
const risks = [
  { zh: "与电网人员串通或篡改表码，虚增上网电量以多计收入。", en: "Metered energy is inflated, with the grid’s people or by altered readings, to overstate revenue.", account: "主营业务收入", likelihood: "reasonably-possible", impact: "material", points: ["3.1.2.2", "3.1.3.2", "3.1.6.2"] },
  { zh: "采制样人员与煤商串通，以次充好，多结煤款。", en: "Samplers and coal traders collude so that poor coal is paid for as good.", account: "燃料成本", likelihood: "probable", impact: "performance", points: ["3.2.4.1", "3.2.4.4", "3.2.5.4"] },
  { zh: "管理层为完成考核指标，在期末以手工凭证调节利润。", en: "Management shifts profit by manual entries at period end to meet its targets.", account: "主营业务收入", likelihood: "reasonably-possible", impact: "material", points: ["3.11.2.2", "3.11.10.1"] },
  { zh: "冒用供应商更改收款账户，骗取付款。", en: "Payments are diverted by a forged change of a supplier’s account.", account: "应付账款", likelihood: "reasonably-possible", impact: "performance", points: ["3.9.1.1", "3.15.5.4"] },
  { zh: "已报废物资低价处置，差价被个人侵占。", en: "Scrapped materials are sold below their worth, and somebody keeps the difference.", account: "固定资产", likelihood: "remote", impact: "trivial", points: [] },
] as const

/** The scope of 2026 on the second edition: drafted by the company's office and approved by its chief accountant. Comes after the second edition. */
export async function scopeYear(organisation: Organisation): Promise<void> {
  const office = await as("office", "2026-10-09T09:30")
  const { id } = must(await draftScope(office, { year: 2026 }), "scope")
  const figures = { profitBeforeTax: 1_126 * million, averageProfit: 984 * million, revenue: 12_610 * million, assets: 31_840 * million }
  must(await setMateriality(office, { id, ...figures, basis: "profit" }), "materiality")
  for (const { zh, en, amount, reason, processes, shares } of accounts) {
    const ground = reason ? ("qualitative" as const) : ("quantitative" as const)
    const placed = Object.fromEntries(units.flatMap(({ key }) => (shares[key] === undefined ? [] : [[organisation[key].id, shares[key]]])))
    must(await saveAccount(office, { id, nameZh: zh, nameEn: en, amount: amount * million, ground, reason, processes, shares: placed }), zh)
  }
  const held = await asReader(office, ({ tx }) => partsIn(tx, id))
  for (const { zh, en, account, points, ...risk } of risks) {
    const touched = held.accounts.filter(({ name }) => name.zh === account).map((one) => one.id)
    must(await saveRisk(office, { id, descriptionZh: zh, descriptionEn: en, ...risk, accounts: touched, points: [...points] }), zh)
  }
  must(await saveProvider(office, {
    id, nameZh: "江源财务共享服务中心", nameEn: "Jiangyuan Shared Services", service: "代办各单位报销审核、付款制单和记账。", report: "type-2", periodFrom: "2026-01-01", periodTo: "2026-09-30",
    remaining: "各单位核对付款清单与回单；第四季度取得中心的补充说明函。", points: ["3.9.4.1", "3.11.6.1"],
  }), "provider")
  must(await approveScope(await as("chief-accountant", "2026-10-14T15:00"), { id, opinion: "同意。报废物资处置一项请内控办在下一版手册中补充控制点。" }), "approval of the scope")
}
