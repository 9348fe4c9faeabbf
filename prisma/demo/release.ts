import { addMember, openEngagement } from "@/lib/releases/commands/engagement"
import { releaseQuarter } from "@/lib/releases/commands/release"
import type { Organisation } from "./organisation"
import { as } from "./people-of"
import { must } from "./said"

/** The year's audit: an engagement with one external auditor, to which EAST's third quarter was released. */
export async function releaseThirdQuarter({ hq, east }: Organisation): Promise<void> {
  const office = await as("office", "2026-11-13T10:00")
  const engagement = { unitId: hq.id, nameZh: "2026 年度内部控制审计", nameEn: "Audit of internal control 2026", from: "2026-11-01", to: "2027-04-30" }
  const { id } = must(await openEngagement(office, engagement), "engagement")
  must(await addMember(office, { id, personId: hq.people.get("external-audit") ?? "" }), "member")
  const secrecyNote = "已核对：所开放的底稿、记录与声明不含国家秘密和未公开的购售电报价。"
  must(await releaseQuarter(office, { id, unitId: east.id, quarter: "2026-Q3", secrecyNote, withhold: [], reason: "" }), "release")
}
