import { expect, it } from "vitest"
import { readable } from "./addresses"

it("leaves an address that is text as it is, and takes one that is not by the letter", () => {
  for (const url of ["/", "/units/%E4%B8%9C?q=%ff", "/a%2Fb?x=1?y=%"]) expect(readable(url)).toBe(url)
  expect(readable("/units/%ff")).toBe("/units/%25ff")
  expect(readable("/units/%?q=%ff")).toBe("/units/%25?q=%ff")
  expect(readable("/%E4%B8%9C/%c0%af")).toBe("/%25E4%25B8%259C/%25c0%25af")
})
