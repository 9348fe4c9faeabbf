import { beginFourthQuarter } from "./fourth-quarter"
import { assignOwners, namePerformers, publishFirstEdition, publishSecondEdition } from "./handbook"
import { layOrganisation } from "./organisation"
import { agreeRemediation, finishRemediation } from "./remediation"
import { releaseThirdQuarter } from "./release"
import { scopeYear } from "./scope"
import { signThirdQuarter } from "./statement"
import { confirmSecondEdition, draftThirdEdition } from "./third-edition"
import { liveThirdQuarter } from "./third-quarter"

/** The demonstration company, made through the commands alone, with a clock of its own (domain.md; handbook.md, "The demonstration company"). */
export async function seedDemonstration(password: string, say: (line: string) => void): Promise<void> {
  const started = Date.now()
  const organisation = await layOrganisation(password)
  await publishFirstEdition()
  await assignOwners(organisation, "2026-01-01")
  await namePerformers(organisation)
  await liveThirdQuarter(organisation)
  await agreeRemediation(organisation.east.id)
  await signThirdQuarter(organisation.east.id, password)
  await publishSecondEdition()
  await scopeYear(organisation)
  await assignOwners(organisation, "2026-10-01")
  await finishRemediation(organisation.east.id)
  await releaseThirdQuarter(organisation)
  await beginFourthQuarter(organisation)
  await confirmSecondEdition(organisation)
  await draftThirdEdition(organisation)
  say(`Demonstration company ready in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
