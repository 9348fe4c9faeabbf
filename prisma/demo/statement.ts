import { prepareStatement } from "@/lib/statements/commands/prepare"
import { countersignStatement, signStatement } from "@/lib/statements/commands/sign"
import { asReader } from "@/lib/platform/door"
import { as } from "./people-of"
import { must } from "./said"

/** The plant manager signs the third quarter's statement, and the company countersigns. */
export async function signThirdQuarter(unitId: string, password: string): Promise<void> {
  const { id } = must(await prepareStatement(await as("finance", "2026-10-29T16:00"), { unitId, quarter: "2026-Q3", language: "zh-CN" }), "statement")
  const manager = await as("manager", "2026-10-30T09:30")
  const ready = await asReader(manager, ({ tx }) => tx.statement.findUniqueOrThrow({ where: { id }, select: { factsHash: true } }))
  const exceptions = "本季度有三项控制经测试无效（3.1.2.4、3.1.4.4、3.1.9.3），整改计划均已批准，其中一项已完成整改。"
  must(await signStatement(manager, { id, factsHash: ready.factsHash, exceptions, declared: false, unfinished: "", password, version: undefined }), "signature")
  must(await countersignStatement(await as("chief-accountant", "2026-11-03T10:00"), { id, password, version: undefined }), "countersignature")
}
