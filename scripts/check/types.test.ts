import { expect, test, vi } from "vitest"
import { plant, printed } from "./fixture"
import { types } from "./types"

const config = JSON.stringify({ compilerOptions: { strict: true, noEmit: true, target: "ES2023", module: "esnext", moduleResolution: "bundler", types: [] }, include: ["*.ts"] })

vi.setConfig({ testTimeout: 60_000 })

test("a wrong type is found at its line", () => {
  const tree = plant({ "tsconfig.json": config, "a.ts": "export const one: number = 1\nexport const two: number = \"2\"\n" })
  expect(printed(types(tree))).toEqual(["a.ts:2: Type 'string' is not assignable to type 'number'."])
})

test("a promise that nobody waits for is found; awaited, returned, caught and void ones pass", () => {
  const tree = plant({
    "tsconfig.json": config,
    "a.ts": [
      "declare function work(): Promise<number>",
      "declare const maybe: { run(): Promise<void> } | undefined",
      "export async function all() {",
      "  await work()",
      "  void work()",
      "  work().catch(() => 0)",
      "  work()",
      "  maybe?.run()",
      "  return work()",
      "}",
    ].join("\n"),
  })
  expect(printed(types(tree)).map((line) => line.slice(0, 6))).toEqual(["a.ts:7", "a.ts:8"])
})
