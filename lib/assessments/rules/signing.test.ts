import fc from "fast-check"
import { expect, test } from "vitest"
import { maySignOff, readingsOf, type SigningPaper } from "./signing"

const paper = (id: string, changes: Partial<SigningPaper> = {}): SigningPaper => ({
  id, code: id, status: "reviewed", due: true, conclusion: "effective", highRisk: false, extended: false, judgemental: false, disputed: false, openDispute: false, ...changes,
})
const plain = (count: number) => Array.from({ length: count }, (_, place) => paper(`p${String(place).padStart(3, "0")}`))

test("every ineffective, high-risk, extended, judgemental and disputed paper is to be opened, and says why", () => {
  const special = [paper("a", { conclusion: "ineffective" }), paper("b", { highRisk: true }), paper("c", { extended: true }), paper("d", { judgemental: true }), paper("e", { disputed: true })]
  expect(readingsOf(special, "seed").map((reading) => reading.why)).toEqual(["ineffective", "high-risk", "extended", "judgemental", "disputed"])
})

test("law: of the rest a tenth is drawn, rounding up, the same for everybody", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.string(), (count, seed) => {
    const papers = plain(count)
    expect(readingsOf(papers, seed)).toHaveLength(Math.ceil(count / 10))
    expect(readingsOf(papers.toReversed(), seed)).toEqual(readingsOf(papers, seed))
  }))
})

test("a process is signed when all its due papers are reviewed and those drawn have been opened", () => {
  const papers = [...plain(12), paper("z", { conclusion: "ineffective" }), paper("y", { due: false, status: "unassigned", conclusion: null })]
  const opened = readingsOf(papers, "s").map((reading) => reading.id)
  expect(maySignOff(papers, "s", opened)).toMatchObject({ ok: true })
  expect(maySignOff(papers, "s", opened.filter((id) => id !== "z"))).toMatchObject({ refusal: { code: "wrong-state", params: { codes: "z" } } })
  expect(maySignOff([...papers, paper("x", { status: "concluded" })], "s", opened)).toMatchObject({ refusal: { message: "assessments.refusals.papers-not-reviewed" } })
  expect(maySignOff([...papers, paper("w", { openDispute: true })], "s", opened)).toMatchObject({ refusal: { message: "assessments.refusals.disagreements-open" } })
  expect(maySignOff([paper("v", { status: "signed-off" })], "s", [])).toMatchObject({ refusal: { message: "assessments.refusals.nothing-to-sign" } })
})
