import { expect, test } from "vitest";
import chinese from "@/messages/zh-CN/workbook.json";
import english from "@/messages/en/workbook.json";
import { workbookProblemCodes } from "./problem";

test.each([["zh-CN", chinese], ["en", english]])("every problem has its wording in %s, with the same parameters", (_, messages) => {
  expect(Object.keys(messages).sort()).toEqual([...workbookProblemCodes].sort());
  const parameters = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();
  expect(Object.values(messages).map(parameters)).toEqual(Object.values(english).map(parameters));
});
