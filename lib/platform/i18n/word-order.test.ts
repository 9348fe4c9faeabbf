import { expect, test } from "vitest"
import { inWordOrder } from "@/lib/platform/i18n/word-order"

const names = [{ zh: "赵一鸣", en: "Zhao Yiming" }, { zh: "高琳", en: "Gao Lin" }, { zh: "安可", en: "An Ke" }, { zh: "唐伟", en: "Tang Wei" }, { zh: "高安", en: "Gao An" }]

test("names stand by pinyin for who reads Chinese, by letters for who reads English, and rows that read alike keep their order", () => {
  expect(inWordOrder("zh-CN", names, ({ zh }) => zh).map(({ zh }) => zh)).toEqual(["安可", "高安", "高琳", "唐伟", "赵一鸣"])
  expect(inWordOrder("en", names, ({ en }) => en).map(({ en }) => en)).toEqual(["An Ke", "Gao An", "Gao Lin", "Tang Wei", "Zhao Yiming"])
  expect(inWordOrder("zh-TW", ["陳", "丁", "王"], (name) => name)).toEqual(["丁", "王", "陳"])
  expect(inWordOrder("zh-CN", [{ id: 2, zh: "高琳" }, { id: 1, zh: "高琳" }], ({ zh }) => zh).map(({ id }) => id)).toEqual([2, 1])
})
