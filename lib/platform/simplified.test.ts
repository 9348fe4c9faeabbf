import { expect, test } from "vitest"
import { simplifiedForms } from "./simplified"
import { toTraditional } from "./traditional"

test("what is typed in traditional characters is found in simplified ones", () => {
  for (const word of ["电费结算复核", "账龄分析", "关键控制点", "重大缺陷", "银行存款余额调节表", "应收账款"]) expect(simplifiedForms(toTraditional(word))).toContain(word)
})

test("a word that Taiwan has for ours is found by ours", () => {
  expect(simplifiedForms("資料")).toEqual(expect.arrayContaining(["数据", "资料"]))
})

test("what is simplified, English or a code stays", () => {
  for (const word of ["电费", "revenue", "3.1.2"]) expect(simplifiedForms(word)).toEqual([word])
})
