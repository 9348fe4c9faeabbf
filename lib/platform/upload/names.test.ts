import { expect, test } from "vitest"
import { cleanName, extensionOf } from "./names"

test("a name loses folders, control characters and marks that turn the reading direction", () => {
  expect(cleanName("../../etc/passwd.pdf")).toBe("passwd.pdf")
  expect(cleanName("C:\\Users\\wang\\七月 核对表.xlsx")).toBe("七月 核对表.xlsx")
  expect(cleanName("invoice\u202Efdp.exe")).toBe("invoicefdp.exe")
  expect(cleanName("a\u0000b\u200B.p\u2066df")).toBe("ab.pdf")
  expect(cleanName('a<b>"c|.pdf')).toBe("a_b__c_.pdf")
  expect(cleanName("...hidden.pdf")).toBe("hidden.pdf")
  expect(cleanName("folder/")).toBe("")
})

test("a long name keeps its extension", () => {
  const name = cleanName(`${"核".repeat(300)}.pdf`)
  expect(Array.from(name)).toHaveLength(120)
  expect(name.endsWith("核.pdf")).toBe(true)
})

test("an extension is read in small letters, or there is none", () => {
  expect(["A.PDF", "photo", "a.tar.gz", ".pdf", "a."].map(extensionOf)).toEqual(["pdf", "", "gz", "pdf", ""])
})
