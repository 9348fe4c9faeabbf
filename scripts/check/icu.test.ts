import { expect, test } from "vitest"
import { placeholders } from "./icu"

test.each([
  ["Nothing", []],
  ["{name} on {day, date, long}", ["day", "name"]],
  ["{n, plural, =0 {none} one {# for {who}} other {many <b>things</b>}} left in {place}", ["<b>", "n", "place", "who"]],
  ["{kind, select, coal {Coal} other {{kind}}}", ["kind"]],
  ["it''s '{quoted}' {real}", ["real"]],
])("%s", (message, names) => {
  expect(placeholders(message)).toEqual(names)
})
