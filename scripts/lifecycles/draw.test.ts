import { expect, test } from "vitest"
import { lifecycle } from "../../lib/platform/lifecycle"
import { drawn } from "./draw"

test("a lifecycle is drawn with its beginning, its decisions and its end", () => {
  const page = drawn([lifecycle({
    name: "plan", initial: "in-review", states: ["in-review", "closed"], events: ["open", "decide"],
    transitions: { none: { open: "in-review" }, "in-review": { decide: ["in-review", "closed"] } },
  })])
  expect(page).toContain([
    "## plan\n", "```mermaid", "stateDiagram-v2", "  state \"in-review\" as in_review", "  state \"closed\" as closed",
    "  [*] --> in_review: open", "  in_review --> in_review: decide", "  in_review --> closed: decide", "  closed --> [*]", "```",
  ].join("\n"))
  expect(page).toContain("|  | `open` | in-review |\n| in-review | `decide` | in-review |\n| in-review | `decide` | closed |")
})
