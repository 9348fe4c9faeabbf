import { makeLink } from "@/lib/access/commands/links"
import { loadFirstHandbook } from "@/lib/handbook/workbook/first"
import { operator, seed } from "@/lib/platform/actor"
import { today } from "@/lib/platform/days"
import { quarterOf, quarterPeriod } from "@/lib/platform/periods"
import { addPerson } from "@/lib/units/commands/people"
import { grantRole } from "@/lib/units/commands/roles"
import { foundUnit } from "@/lib/units/commands/units"
import { must } from "./said"

const administrator = "administrator@keypoint.example"

/** An empty company and its administrator, who sets a password by a link that is printed once. */
export async function seedEmpty(withHandbook: boolean, say: (line: string) => void): Promise<void> {
  const { id: unitId } = must(await foundUnit(seed, { code: "HQ", kind: "company", nameZh: "公司", nameEn: "Company" }), "company")
  const person = { unitId, email: administrator, nameZh: "系统管理员", nameEn: "Administrator", language: "zh-CN" as const }
  const { id: personId } = must(await addPerson(seed, person), "administrator")
  must(await grantRole(seed, { unitId, personId, role: "administrator" }), "administrator's role")
  const link = must(await makeLink(operator, { personId }), "one-time link")
  if (withHandbook) must(await loadFirstHandbook(operator, quarterPeriod(quarterOf(today(new Date()))).start), "handbook")
  say(`Administrator: ${administrator}`)
  say(`Set the password here, once, within the time it holds: ${link.address}`)
}
