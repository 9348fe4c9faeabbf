import { importFile } from "@/lib/handbook/workbook/import"
import { listAuditEvents } from "@/lib/audit/queries"
import { beginDraft } from "@/lib/handbook/commands/begin"
import { storeBytes } from "@/lib/platform/storage"
import { refreshStatement } from "@/lib/statements/commands/prepare"
import { signStatement } from "@/lib/statements/commands/sign"
import { statementOf } from "@/lib/statements/queries/page"
import { distribute } from "@/lib/distributions/commands/give"
import { gave, logEvidence, photo, planQuarter } from "../builders/evidence"
import { aForeignWorkbook } from "../builders/foreign-workbook"
import { aFile, aHandbook } from "../builders/handbook"
import { password } from "../builders/quarter"
import { aDraft } from "../builders/scope"
import { buildStage, type Stage } from "./cast"

/** The stage with what addresses lead to and the API does not: uploads that wait, drafts, files, a signed statement, lists given out. */
export async function buildStanding(): Promise<Stage> {
  const stage = await buildStage()
  const { people, east, ids } = stage
  const { id: draft } = gave(await beginDraft(people.office2, { kind: "edition" }))
  const { id: upload } = gave(await importFile(people.office2, await aFile(aHandbook()), { draft: "new" }))
  const { id: foreign } = gave(await importFile(people.office2, await aFile(await aForeignWorkbook(), "控制矩阵.xlsx"), { draft: "new" }))
  const scope = await aDraft(stage, 2027)
  const kept = await storeBytes(new TextEncoder().encode("日期,差异\n2026-08-31,0\n"))
  const owed = (await planQuarter(stage, "2026-Q3")).filter(({ id }) => id !== ids.obligations)
  const evidence = await logEvidence(people.owner, owed[0]?.id ?? "", "2026-08-02", { files: [{ ...photo, name: "核对表.csv", mime: "text/csv", size: kept.size, sha256: kept.sha256 }] })
  gave(await refreshStatement(people.finance, { id: ids.statements ?? "" }))
  const statement = await statementOf(people.manager, ids.statements ?? "")
  gave(await signStatement(people.manager, { id: ids.statements ?? "", factsHash: statement?.factsHash ?? "", exceptions: "", declared: true, unfinished: "", password }))
  gave(await distribute(people.finance, { unitId: east }))
  const { items: [newest] } = await listAuditEvents(people.finance, { unit: east, type: "evidence", limit: 1 })
  return { ...stage, ids: { ...ids, event: newest?.id ?? "", draft, upload, foreign, "draft scope": scope, owed: owed[1]?.id ?? "", file: kept.sha256, "file's record": evidence.id } }
}

/** What is asked of a route that answers differently: a row each, with EAST's keys where brackets stand. */
export const questions: Record<string, string[]> = {
  "GET /api/access-reviews": ["?review=[access-reviews]"],
  "GET /api/deficiency-report": ["?format=xlsx", "?format=pdf"],
  "GET /api/files/[sha256]": ["?evidence=[file's record]"],
  "GET /api/v1/files/[sha256]": ["?evidence=[file's record]"],
  "GET /api/handbook-compendium": ["?of=[units]", "?of=coal"],
  "GET /api/handbook-exports": ["", "?edition=[draft]", "?template=1"],
  "GET /api/unit-exports": ["?unit=[units]&kind=organisation", "?unit=[units]&kind=ownership", "?unit=[units]&kind=ownership&template=1", "?unit=[hq]&kind=holidays"],
}

const keys: Record<string, Record<string, string>> = {
  "/handbook/editions/[id]/points/[point]": { id: "draft", point: "control-points" },
  "/handbook/points/[id]": { id: "control-points" },
  "/handbook/imports/[id]": { id: "upload" },
  "/handbook/imports/[id]/match": { id: "foreign" },
  "/personnel/[id]": { id: "personnel-changes" },
  "/units/imports/[id]": { id: "unit-imports" },
  "/scoping/[id]/[part]": { id: "draft scope" },
  "/evidence/records/[id]": { id: "evidence" },
  "/evidence/obligations/[id]": { id: "obligations" },
  "/releases/[id]": { id: "engagements" },
  "/releases/[id]/quarter": { id: "engagements" },
  "/api/files/[sha256]": { sha256: "file" },
  "/api/v1/files/[sha256]": { sha256: "file" },
}
const rooms: Record<string, string> = { unitId: "units", personId: "people", pointId: "control-points", testId: "tests", scoping: "scopes", handbook: "editions" }
const fixed: Record<string, string> = { node: "9.1", part: "materiality", token: "no-such-link", "...path": "no-such-thing", "...nextauth": "session" }

/** An address of EAST's for a route: `/units/[unitId]` with EAST's key; what comes after `?` where the page asks for it. */
export function addressOf(stage: Stage, route: string): string {
  const [place = ""] = route.split("?")
  const path = route.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const room = place.split("/")[name === "id" && route.startsWith("/api") ? 2 : 1] ?? ""
    const key = keys[place]?.[name] ?? rooms[name] ?? (name === "id" ? (rooms[room] ?? room) : name)
    const value = fixed[name] ?? (name === "hq" ? stage.hq : stage.ids[key])
    if (!value) throw new Error(`${route}: which of EAST's does [${name}] stand for? Say it in tests/access/standing.ts`)
    return value
  })
  return path + (queries[route]?.(stage) ?? "")
}

const ofEast = ({ east }: Stage) => `?unit=${east}`
const queries: Record<string, (stage: Stage) => string> = {
  "/audit": ({ ids }) => `?type=evidence&open=${ids.event}`,
  "/distributions": ofEast, "/change-requests/new": ofEast, "/deficiencies/new": ofEast, "/statements/new": ofEast, "/handovers": ofEast,
  "/evidence": (stage) => `${ofEast(stage)}&period=2026-Q3`,
  "/releases/[id]/quarter": (stage) => `${ofEast(stage)}&quarter=2026-Q1`,
}
