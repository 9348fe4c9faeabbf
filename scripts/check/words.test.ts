import { expect, test } from "vitest"
import { plant, printed } from "./fixture"
import { words } from "./words"

const home = ["", "home", "somebody", "keypoint"].join("/")
const temporary = ["", "tmp", "keypoint"].join("/")
const host = ["https:", "", "registry.example", "a.tgz"].join("/")

test("paths of one machine are found at their line", () => {
  const tree = plant({ "docs/a.md": `one\nsee ${home}`, "lib/a.ts": `const a = "${temporary}/x"`, ".ci/run": `cd ${home}` })
  expect(printed(words(tree))).toEqual([".ci/run:1", "docs/a.md:2", "lib/a.ts:1"].map((place) => `${place}: a path of one machine`))
})

test("the checkout's own folder is found", () => {
  const tree = plant({ "docs/a.md": "" })
  expect(printed(words({ ...tree, text: () => `in ${tree.root}/lib` }))).toEqual(["docs/a.md:1: a path of one machine"])
})

test("a registry's host in the lock file is found", () => {
  const lock = JSON.stringify({ packages: { a: { version: "1.0.0", resolved: host } } }, null, 1)
  expect(printed(words(plant({ "package-lock.json": lock })))).toEqual(["package-lock.json:5: the lock file names a registry's host"])
})

test("addresses of the product, relative paths and globs pass", () => {
  expect(words(plant({ "app/a.ts": "const a = [\"/rooms/items\", \"./tmp/a\", \"https://a.example/home/b\", \"../root/x\"]", "package-lock.json": "{}" }))).toEqual([])
})

test("a silenced check is found", () => {
  expect(printed(words(plant({ "lib/a.ts": `// ${["oxlint", "disable"].join("-")}-next-line` })))).toEqual(["lib/a.ts:1: a check is not silenced: mend what it finds"])
})
