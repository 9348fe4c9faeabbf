import { expect, it } from "vitest"
import { refusedFiles } from "./refusals"

it("says above a form what is wrong with its files: too large only of those that are", () => {
  const codeOf = (...keys: string[]) => refusedFiles(keys.map((key) => ({ path: "file", message: `common.errors.${key}` }))).code
  expect(codeOf("fileEmpty")).toBe("invalid")
  expect(codeOf("fileEncoding")).toBe("unsupported-type")
  expect(codeOf("fileEmpty", "namedFileTooLarge")).toBe("too-large")
})
