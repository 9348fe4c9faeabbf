import { expect, test } from "vitest"
import { traditionalFile } from "../traditional"
import { plant, printed } from "./fixture"
import { messages } from "./messages"

const page = "export function Page() { const t = useTranslations(\"units\"); return t(\"title\") + t(\"state.open\") + t.rich(\"count\", {}) }"
const chinese = { title: "单位", state: { open: "打开" }, count: "共 {count, plural, other {{count} 个 <b>单位</b>}}" }
const english = { title: "Units", state: { open: "Open" }, count: "{count, plural, one {# <b>unit</b>} other {{count} <b>units</b>}}" }

function found(changes: { zh?: object; en?: object; tw?: string; page?: string }) {
  const zh = JSON.stringify(changes.zh ?? chinese, null, 2)
  return printed(messages(plant({
    "messages/zh-CN/units.json": zh,
    "messages/en/units.json": JSON.stringify(changes.en ?? english, null, 2),
    "messages/zh-TW/units.json": changes.tw ?? traditionalFile(zh),
    "app/page.tsx": changes.page ?? page,
  })))
}

test("complete messages pass", () => {
  expect(found({})).toEqual([])
})

test("a missing key, a foreign key and an empty text are found at their line", () => {
  expect(found({ en: { title: "", state: { opened: "Open" }, count: english.count } })).toEqual([
    "messages/en/units.json:1: \"state.open\" is missing",
    "messages/en/units.json:2: \"title\" is empty",
    "messages/en/units.json:4: \"state.opened\" is not in zh-CN",
  ].map((line) => line.replace(":1: \"state.open\"", ":3: \"state.open\"")))
})

test("different placeholders are found, also inside a plural", () => {
  expect(found({ en: { ...english, count: "{number, plural, other {units}}" } })).toEqual([
    "messages/en/units.json:6: \"count\" has the placeholders [number], zh-CN [<b>, count]",
  ])
})

test("a stale traditional file is found", () => {
  expect(found({ tw: "{}" })).toContain("messages/zh-TW/units.json:1: not current: npm run traditional")
})

test("a key that no file has is found where it is used", () => {
  expect(found({ page: `${page}\nfunction Other() { const t = useTranslations("units"); return t("gone") }` })).toEqual([
    "app/page.tsx:2: no message has the key units.gone",
  ])
})

test("a key that nobody uses is found; one that a pattern or a handed-on t may use is not", () => {
  const less = "function Page() { const t = useTranslations(\"units\"); return t(\"title\") + t(`state.${x}`) }"
  expect(found({ page: less })).toEqual(["messages/zh-CN/units.json:6: \"count\" is used nowhere"])
  expect(found({ page: "function Page() { const t = useTranslations(\"units\"); return draw(t) }" })).toEqual([])
  expect(found({ page: "async function Page() { const t = await getTranslations({ locale, namespace: \"units\" }); return t(key) }" })).toEqual([])
})

test("a text that the formatter cannot read is found", () => {
  expect(found({ zh: { ...chinese, title: "{title, select, two-words {单位} other {}}" } })).toContain(
    "messages/zh-CN/units.json:2: \"title\" cannot be read: EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT",
  )
})
