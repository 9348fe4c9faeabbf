import type { Day } from "@/lib/platform/days"
import type { Role } from "@/lib/platform/actor"

/**
 * A fictional person: account, name, roles, the position held and those held beside it. The address is
 * `<account>@<domain of the unit>`. Whoever came within the year holds the position
 * `from` that day.
 */
export type Cast = { account: string; zh: string; en: string; position: string; also?: string[]; roles: Role[]; headOf?: string; from?: Day }

/** Positions of plants and company that no point names, but people hold. */
export const extraPositions = [
  { code: "internal-audit.control-tester", department: "internal-audit", title: { zh: "内控测评员", en: "Control tester" } },
  { code: "finance.control-lead", department: "finance", title: { zh: "内控牵头人", en: "Internal control lead" } },
  { code: "it.administrator", department: "it", title: { zh: "系统管理专责", en: "Application administrator" } },
  { code: "management.general-manager", department: "management", title: { zh: "区域公司总经理", en: "General manager of the region" } },
]
