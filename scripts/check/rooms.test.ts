import { expect, test } from "vitest"
import { plant, printed } from "./fixture"
import { rooms } from "./rooms"

test("a room of the closed set passes", () => {
  const tree = plant({
    "lib/deficiencies/rules/close.ts": "", "lib/deficiencies/rules/close.test.ts": "", "lib/deficiencies/schema.ts": "",
    "lib/deficiencies/documents/report.typ": "", "lib/audit/record.ts": "", "lib/platform/clock.ts": "", "lib/platform/clock.test.ts": "",
    "app/page.test.tsx": "",
  })
  expect(rooms(tree)).toEqual([])
})

test("names outside of the set, deep folders, markup and stray files are found", () => {
  const tree = plant({
    "lib/deficiencies/utils.ts": "", "lib/deficiencies/rules/a/b.ts": "", "lib/deficiencies/queries.tsx": "", "lib/stray.ts": "",
    "lib/audit/commands.ts": "",
  })
  expect(printed(rooms(tree)).map((line) => line.split(":")[0])).toEqual([
    "lib/deficiencies/utils.ts", "lib/audit/commands.ts", "lib/deficiencies/queries.tsx", "lib/deficiencies/rules/a/b.ts", "lib/deficiencies/utils.ts",
    "lib/stray.ts",
  ])
})

test("a file and a folder of one name, and a test without its subject, are found", () => {
  const tree = plant({ "lib/units/rules.ts": "", "lib/units/rules/owner.ts": "", "lib/platform/gone.test.ts": "" })
  expect(printed(rooms(tree))).toEqual([
    "lib/units/rules.ts:1: rules.ts and a folder of the same name: choose one",
    "lib/platform/gone.test.ts:1: a test stands beside the file whose name it carries",
  ])
})

test("names that would fit anything are found", () => {
  expect(printed(rooms(plant({ "lib/platform/date-utils.ts": "", "components/helpers/a.tsx": "", "components/ui/utility-room.tsx": "" })))).toEqual([
    "components/helpers/a.tsx:1: \"helpers\" says nothing: name what it does",
    "lib/platform/date-utils.ts:1: \"utils\" says nothing: name what it does",
  ])
})
