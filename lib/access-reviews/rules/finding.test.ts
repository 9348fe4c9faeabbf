import { describe, expect, test } from "vitest"
import { groupsOf, matching, pageOf } from "@/lib/access-reviews/rules/finding"

const names = new Map([["p1", { zh: "高琳", en: "Gao Lin" }], ["p2", { zh: "唐伟", en: "Tang Wei" }]])
const line = (id: string, personId: string | null, kind: string, what: string, changes: { warnings?: string[]; decision?: string } = {}) => ({ id, personId, kind, what, whatEn: null, warnings: [], decision: null, ...changes })
const lines = [
  line("1", "p1", "grant", "control-owner"), line("2", "p2", "grant", "control-owner", { decision: "keep" }), line("3", "p1", "holding", "收入会计", { warnings: ["unused"] }),
  line("4", "p2", "token", "报表", { decision: "withdraw" }), line("5", "p1", "token", "接口"), line("6", null, "engagement", "年审"),
]
const found = (finding: Parameters<typeof matching>[2]) => matching(lines, names, finding).map(({ id }) => id).join("")

describe("the lines of a review", () => {
  test("are found by name of person or position, by group and by state, and by all of these at once", () => {
    expect(found({})).toBe("123456")
    expect(found({ q: "gao" })).toBe("135")
    expect(found({ q: "唐" })).toBe("24")
    expect(found({ q: "会计" })).toBe("3")
    expect(found({ q: "control" })).toBe("")
    expect(found({ of: "grant:control-owner" })).toBe("12")
    expect(found({ of: "token" })).toBe("45")
    expect(found({ show: "undecided" })).toBe("1356")
    expect(found({ show: "warned" })).toBe("3")
    expect(found({ show: "withdrawn" })).toBe("4")
    expect(found({ q: "gao", of: "token", show: "undecided" })).toBe("5")
  })

  test("stand in groups, each role by itself, and each line in one", () => {
    expect(groupsOf(lines).map(({ key, lines: count, undecided }) => `${key} ${undecided}/${count}`)).toEqual(["grant:control-owner 1/2", "holding 1/1", "token 1/2", "engagement 1/1"])
  })

  test("go on where the page before ended, also when its last line no longer matches", () => {
    expect(pageOf(lines, undefined, 4)).toEqual({ items: lines.slice(0, 4), next: "4" })
    expect(pageOf(lines.filter(({ id }) => id !== "4"), "4", 4)).toEqual({ items: lines.slice(4), next: null })
  })
})
