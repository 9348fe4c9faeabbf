import { reviewAccess } from "./access-review"
import { beginFourthQuarter } from "./fourth-quarter"
import { assignOwners, namePerformers, publishFirstEdition, publishSecondEdition, shareAuditing } from "./handbook"
import { beginAtHydro } from "./hydro"
import { lendRoles, moveAway, nameDeputies, retire } from "./movements"
import { layOrganisation } from "./organisation"
import { applyToRegion } from "./region"
import { agreeRemediation, finishRemediation } from "./remediation"
import { releaseThirdQuarter } from "./release"
import { scopeYear } from "./scope"
import { signThirdQuarter } from "./statement"
import { keepCalendar } from "./calendar"
import { confirmSecondEdition, draftThirdEdition } from "./third-edition"
import { liveThirdQuarter } from "./third-quarter"

/** The demonstration company, made through the commands alone, with a clock of its own (domain.md; handbook.md, "The demonstration company"). */
export async function seedDemonstration(password: string, say: (line: string) => void): Promise<void> {
  const started = Date.now()
  const tell = (what: string) => say(`Demonstration company: ${what} (${((Date.now() - started) / 1000).toFixed(0)} s)`)
  tell("units, people and the handbook, made through the commands; about a minute in all")
  const organisation = await layOrganisation(password)
  await keepCalendar(organisation)
  await publishFirstEdition()
  await assignOwners(organisation, "2026-01-01", ["south"])
  await namePerformers(organisation)
  await lendRoles(organisation)
  tell("the third quarter")
  await liveThirdQuarter(organisation)
  await agreeRemediation(organisation.east.id)
  await signThirdQuarter(organisation.east.id, password)
  tell("a second edition, owners in every plant")
  await publishSecondEdition()
  await scopeYear(organisation)
  await applyToRegion(organisation)
  await assignOwners(organisation, "2026-10-01")
  await shareAuditing(organisation, "2026-10-01")
  await retire(organisation, password)
  await nameDeputies(organisation)
  await finishRemediation(organisation.east.id)
  await releaseThirdQuarter(organisation)
  tell("the fourth quarter")
  // The plants have nothing in common here: one lives its quarter beside the other.
  await Promise.all([beginFourthQuarter(organisation), beginAtHydro(organisation)])
  await confirmSecondEdition(organisation)
  await draftThirdEdition(organisation)
  await reviewAccess(organisation)
  await moveAway(organisation, password)
  say(`Demonstration company ready in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
