import { expect, test, vi } from "vitest"
import { plant, printed } from "./fixture"
import { unused } from "./unused"

const base = {
  "package.json": JSON.stringify({ name: "fixture", type: "module", dependencies: {} }),
  "knip.json": JSON.stringify({ entry: ["scripts/main.ts"], project: ["**/*.ts"] }),
}

vi.setConfig({ testTimeout: 60_000 })

test("files and exports that something uses pass", () => {
  expect(unused(plant({ ...base, "scripts/main.ts": "import { a } from \"../lib/a\"\na()", "lib/a.ts": "export function a() {}" }))).toEqual([])
})

test("a dead file, a dead export and a dead dependency are found", () => {
  const found = printed(unused(plant({
    ...base,
    "package.json": JSON.stringify({ name: "fixture", type: "module", dependencies: { zod: "4.0.0" } }),
    "scripts/main.ts": "import { a } from \"../lib/a\"\na()",
    "lib/a.ts": "export function a() {}\nexport function b() {}",
    "lib/dead.ts": "export const c = 1",
  })))
  expect(found.sort()).toEqual([
    "lib/a.ts:2: b: exported and used nowhere else",
    "lib/dead.ts:1: no entry point reaches this file",
    "package.json:1: zod: dependency used nowhere",
  ])
})
