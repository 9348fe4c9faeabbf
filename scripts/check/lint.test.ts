import { readFileSync } from "node:fs"
import { expect, test, vi } from "vitest"
import { plant, printed } from "./fixture"
import { lint } from "./lint"

const config = readFileSync(new URL("../../.oxlintrc.json", import.meta.url), "utf8")

vi.setConfig({ testTimeout: 60_000 })

test.each([
  ["any", "lib/a.ts", "export const a: any = 1", "no-explicit-any"],
  ["an assertion", "lib/a.ts", "export const a = JSON.parse(\"1\") as number", "consistent-type-assertions"],
  ["an assertion by brackets", "lib/a.ts", "export const a = <number>JSON.parse(\"1\")", "consistent-type-assertions"],
  ["a non-null assertion", "lib/a.ts", "export const a = [1].at(0)!", "no-non-null-assertion"],
  ["console in lib", "lib/a.ts", "console.log(1)", "no-console"],
  ["a silenced compiler", "lib/a.ts", "// @ts-ignore\nexport const a = 1", "ban-ts-comment"],
  ["a hook under a condition", "components/a.tsx", "import { useId } from \"react\"\nexport function A({ on }: { on: boolean }) { if (on) useId(); return null }", "rules-of-hooks"],
  ["a picture without words", "components/a.tsx", "export const A = () => <img src=\"/a.png\" />", "alt-text"],
  ["a focused test", "lib/a.test.ts", "import { expect, test } from \"vitest\"\ntest.only(\"a\", () => { expect(1).toBe(1) })", "no-focused-tests"],
])("%s is found", (_, path, text, rule) => {
  const found = printed(lint(plant({ ".oxlintrc.json": config, [path]: text })))
  expect(found.join("\n")).toContain(rule)
  expect(found[0]).toMatch(new RegExp(`^${path}:\\d+: `))
})

test("constants, branded ids, scripts and the log pass", () => {
  const tree = plant({
    ".oxlintrc.json": config,
    "lib/a.ts": "export const a = [\"x\"] as const",
    "lib/platform/ids.ts": "export const id = JSON.parse(\"1\") as number",
    "lib/platform/log.ts": "console.log(1)",
    "scripts/a.ts": "console.log(1)",
  })
  expect(lint(tree)).toEqual([])
})
