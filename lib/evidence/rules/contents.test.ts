import { describe, expect, test } from "vitest"
import { contentsOf, type GivenContents } from "./contents"

const today = "2026-08-05"
const july = { kind: "record", periodStart: "2026-07-01" } as const
const month = { kind: "register", periodStart: "2026-07-01" } as const
const record: GivenContents = { occurred: "yes", kind: "review", occurredOn: "2026-07-31", note: "" }

function fields(given: GivenContents, answered: Parameters<typeof contentsOf>[1], files: number): string[] {
  const outcome = contentsOf(given, answered, files, today)
  return outcome.ok ? [] : (outcome.refusal.errors ?? []).map(({ path, message }) => `${path} ${message.split(".").at(-1)}`)
}

describe("contents", () => {
  test("of a record: its kind, the control's date and a file", () => {
    expect(fields(record, [july], 1)).toEqual([])
    expect(fields({ occurred: "yes", note: "" }, [july], 0)).toEqual(["kind kind", "occurredOn occurredOn", "file noFile"])
  })

  test("December's close done in January is in order; tomorrow's date is not", () => {
    expect(fields({ ...record, occurredOn: today }, [july], 1)).toEqual([])
    expect(fields({ ...record, occurredOn: "2026-08-06" }, [july], 1)).toEqual(["occurredOn future"])
  })

  test("of a register: the count, its source, and where the originals lie or the list itself", () => {
    const register: GivenContents = { occurred: "yes", note: "", count: 31, source: "结算系统", location: "3 号柜" }
    expect(fields(register, [month], 0)).toEqual([])
    expect(fields({ ...register, location: undefined }, [month], 1)).toEqual([])
    expect(fields({ occurred: "yes", note: "", count: 0 }, [month], 0)).toEqual(["count count", "source source", "location location"])
    expect(contentsOf(register, [month], 0, today)).toMatchObject({ change: { kind: "register", occurred: true } })
  })

  test("of what did not occur: the reason alone, and nothing else is kept", () => {
    expect(fields({ ...record, occurred: "no" }, [july], 0)).toEqual(["note whyNot"])
    expect(contentsOf({ ...record, occurred: "no", note: "停机", amount: "5" }, [july], 0, today))
      .toEqual({ ok: true, change: { occurred: false, kind: "did-not-occur", note: "停机" } })
  })

  test("no record for a period that has not begun, and none for a register and a single record together", () => {
    expect(fields(record, [{ kind: "record", periodStart: "2026-08-06" }], 1)).toEqual(["obligationIds notBegun"])
    expect(fields(record, [july, month], 1)).toEqual(["obligationIds oneKind"])
  })
})
