import { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { operation, type Operation } from "@/lib/platform/endpoint"
import { assignTests } from "./commands/assign"
import { closeAssessment, startReview } from "./commands/close"
import { conclude } from "./commands/conclude"
import { disagree, resolveDisagreement } from "./commands/disagreements"
import { decideException, judgeSample } from "./commands/judgements"
import { openAssessment } from "./commands/open"
import { openPaper } from "./commands/open-paper"
import { planAssessment } from "./commands/plan"
import { freezePopulation } from "./commands/population"
import { reopen, returnWithNotes, review } from "./commands/review"
import { drawSamples, extendSample } from "./commands/samples"
import { signOff, signOffTest } from "./commands/sign-off"
import { startTest } from "./commands/start"
import { recordConformity, recordDesign } from "./commands/walkthrough"
import { marksOpening } from "./policy"
import { listAssessments } from "./queries/list"
import { listTests, testForApi } from "./queries/tests"
import * as schema from "./schema"

/** A paper as the API gives it; its reviewer's and the lead's reading is noted, as on the page. */
async function readTest(actor: Actor, { id }: { id: string }) {
  const paper = await testForApi(actor, id)
  if (paper && marksOpening(actor, paper)) await openPaper(actor, { id })
  return paper
}

const moved = z.object({ id: z.uuid(), version: z.number().int() })
const counted = z.object({ count: z.number().int() })
const list = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })
const assessment = z.object({
  id: z.uuid(), unitId: z.uuid(), unit: z.string(), quarter: z.string(), status: z.string(), version: z.number(), applicable: z.number(), due: z.number(), finished: z.number(),
})
const line = z.looseObject({
  id: z.uuid(), code: z.string(), node: z.string(), frequency: z.string(), status: z.string(), standing: z.string(), conclusion: z.string().nullable(),
  notDueUntil: z.string().nullable(), version: z.number(),
})

type Step = Omit<Parameters<typeof operation>[0], "method" | "kind">
const change = <Schema extends z.ZodType>(step: Omit<Step, "input" | "run" | "output"> & { input: Schema; output?: z.ZodType; run: Parameters<typeof operation<Schema>>[0]["run"] }) =>
  operation({ method: "POST", kind: "change", ...step, output: step.output ?? moved })

export const assessmentOperations: Operation[] = [
  operation({ method: "GET", path: "/assessments", summary: "Assessments of the units that you reach", kind: "list", input: schema.assessmentFilterSchema, output: list(assessment), run: listAssessments }),
  operation({ method: "POST", path: "/assessments", summary: "Plan the assessment of a unit's quarter", kind: "create", input: schema.planAssessmentSchema, output: moved, run: planAssessment }),
  operation({ method: "GET", path: "/assessments/{id}/tests", summary: "The lines of an assessment", kind: "list", input: schema.testFilterSchema, output: list(line), run: listTests }),
  change({ path: "/assessments/{id}/open", summary: "Open: a line for every applicable point", input: schema.assessmentEventSchema, run: openAssessment }),
  change({ path: "/assessments/{id}/start-review", summary: "End the testing", input: schema.assessmentEventSchema, run: startReview }),
  change({ path: "/assessments/{id}/close", summary: "Close and seal the quarter", input: schema.assessmentEventSchema, run: closeAssessment }),
  change({
    path: "/assessments/{assessmentId}/sign-off", summary: "Sign a process whose required papers you have opened", input: schema.signOffSchema, output: counted, run: signOff,
  }),
  operation({ method: "GET", path: "/tests/{id}", summary: "A working paper with all its parts", kind: "record", input: z.object({ id: z.uuid() }), output: z.looseObject({ id: z.uuid() }), run: readTest }),
  change({
    path: "/tests/{id}/assign", summary: "Assign tester and reviewer", input: schema.assignOneSchema, output: counted,
    run: (actor, { id, ...input }) => assignTests(actor, { ...input, testIds: [id] }),
  }),
  change({ path: "/tests/{id}/start", summary: "Begin the working paper", input: schema.startTestSchema, run: startTest }),
  change({ path: "/tests/{id}/record-design", summary: "Record the design test", input: schema.recordDesignSchema, run: recordDesign }),
  change({ path: "/tests/{id}/record-conformity", summary: "Record the conformity test", input: schema.recordConformitySchema, run: recordConformity }),
  change({ path: "/tests/{id}/freeze-population", summary: "Freeze the population", input: schema.freezePopulationSchema, run: freezePopulation }),
  change({ path: "/tests/{id}/draw-samples", summary: "Draw samples at random or by judgement", input: schema.drawSamplesSchema, run: drawSamples }),
  change({ path: "/tests/{id}/judge-sample", summary: "Judge a sample attribute by attribute", input: schema.judgeSampleSchema, run: judgeSample }),
  change({ path: "/tests/{id}/decide-exception", summary: "Decide an exception", input: schema.decideExceptionSchema, run: decideException }),
  change({ path: "/tests/{id}/extend-sample", summary: "Extend the sample", input: schema.extendSampleSchema, run: extendSample }),
  change({ path: "/tests/{id}/conclude", summary: "Conclude; ineffective registers a deficiency", input: schema.concludeSchema, run: conclude }),
  change({ path: "/tests/{id}/return-with-notes", summary: "Return the paper with notes", input: schema.returnWithNotesSchema, run: returnWithNotes }),
  change({ path: "/tests/{id}/review", summary: "Review the paper", input: schema.reviewSchema, run: review }),
  change({ path: "/tests/{id}/disagree", summary: "Put a disagreement on the paper", input: schema.disagreeSchema, run: disagree }),
  change({ path: "/tests/{id}/resolve-disagreement", summary: "Resolve a disagreement", input: schema.resolveDisagreementSchema, run: resolveDisagreement }),
  change({ path: "/tests/{id}/sign-off", summary: "Sign the process that the paper belongs to", input: schema.signOffTestSchema, output: counted, run: signOffTest }),
  change({ path: "/tests/{id}/reopen", summary: "Open a reviewed paper again, as a new round", input: schema.reopenSchema, run: reopen }),
]
