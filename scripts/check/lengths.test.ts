import { expect, test } from "vitest"
import { plant, printed } from "./fixture"
import { lengths } from "./lengths"

const lines = (count: number) => "x\n".repeat(count)

test("short files pass; catalogue, messages, SQL and generated code are not code", () => {
  const tree = plant({
    "lib/a.ts": lines(59), "lib/b.ts": lines(10), "prisma/handbook/3.1.json": lines(900), "prisma/migrations/1/migration.sql": lines(900),
    "lib/platform/generated/client.ts": lines(900), "tests/e2e/loop.test.ts": lines(300),
  })
  expect(lengths(tree)).toEqual([])
})

test("none over 300, not even a test", () => {
  const short = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`lib/${at}.ts`, lines(5)]))
  const tree = plant({ ...short, "lib/long.ts": lines(301), "tests/story.test.ts": lines(301) })
  expect(printed(lengths(tree)).map((line) => line.slice(0, 25))).toEqual(["lib/long.ts:301: 301 line", "tests/story.test.ts:301: "])
})

test("a median of 60 and more than 5 % of 200 are found", () => {
  const tree = plant({ "lib/a.ts": lines(60), "lib/b.ts": lines(60), "lib/c.ts": lines(200) })
  const found = printed(lengths(tree))
  expect(found[0]).toContain("the median stays under 60")
  expect(found[1]).toContain("lib/c.ts:200: 200 lines; more than 5 %")
})
