import { execFileSync } from "node:child_process"
import { defaultLimits } from "@/lib/platform/workbook/limits"
import { openPackage, type WorkbookPackage } from "@/lib/platform/workbook/package-reader"

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** What an answer says, read to its end: of a workbook the text of all its parts, of a PDF that of its pages; null for somebody's upload. */
export async function textIn(response: Response): Promise<string | null> {
  const [type, content] = [response.headers.get("content-type") ?? "", Buffer.from(await response.arrayBuffer())]
  if (type === workbook) return textOfParts(content)
  if (type === "application/pdf") return execFileSync("pdftotext", ["-", "-"], { input: content }).toString("utf8")
  return response.headers.has("content-disposition") ? null : content.toString("utf8")
}

// Not by the product's own reader, which stops at what it does not understand, nor by one that unfolds every validated cell.
async function textOfParts(content: Buffer): Promise<string> {
  const [opened, parts]: [WorkbookPackage, Buffer[]] = [await openPackage(content, defaultLimits), []]
  for (const name of opened.names) for await (const chunk of opened.chunks(name)) parts.push(chunk)
  opened.close()
  return Buffer.concat(parts).toString("utf8")
}
