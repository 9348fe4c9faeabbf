import { expect, test } from "vitest"
import { plant, printed } from "./fixture"
import { texts } from "./texts"

const found = (jsx: string) => printed(texts(plant({ "components/ui/a.tsx": `export const A = () => ${jsx}` })))

test.each([
  "<p>Nothing here yet</p>",
  "<p>没有</p>",
  "<p title=\"Close\" />",
  "<input placeholder={\"Search\"} />",
  "<p aria-label={open ? \"Open\" : t(\"shut\")} />",
  "<p>{open ? t(\"open\") : \"Shut\"}</p>",
  "<p>{`${count} units`}</p>",
  "<p className={names[\"单位\"]} />",
])("%s is found", (jsx) => {
  expect(found(jsx)).toEqual([expect.stringMatching(/^components\/ui\/a\.tsx:1: a text for people/)])
})

test("messages, classes, signs and comments pass", () => {
  expect(found("<p className=\"text muted\" title={t(\"title\")}>{/* 注 */}{t(\"body\")} · 3 / 4 — PDF {kind === \"coal\" ? null : \" \"}</p>")).toEqual([])
})
