import { expect, test } from "vitest"
import { mayStartReview } from "./closing"
import { maySignOff } from "./signing"

const codesOf = (outcome: { ok: boolean; refusal?: { params?: unknown } }) => outcome.refusal?.params
const many = Array.from({ length: 13 }, (_, place) => `3.1.${place + 1}`)

test("of many points a refusal names the first, and says that there are more", () => {
  const first = many.slice(0, 12).join(", ")
  const lines = many.map((code) => ({ code, status: "assigned", quarter: "2026-Q4", frequency: "monthly", conclusion: null, disputed: false }))
  expect(codesOf(mayStartReview(lines))).toEqual({ count: 13, codes: `${first} …` })
  expect(codesOf(mayStartReview(lines.slice(0, 12)))).toEqual({ count: 12, codes: first })
  const papers = many.map((code) => ({ id: code, code, status: "concluded", due: true, conclusion: null, highRisk: false, extended: false, judgemental: false, disputed: false, openDispute: false }))
  expect(codesOf(maySignOff(papers, "s", []))).toEqual({ count: 13, codes: `${first} …` })
})
