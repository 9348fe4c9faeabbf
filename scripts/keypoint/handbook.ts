import { writeFile } from "node:fs/promises"
import { type Command, InvalidArgumentError } from "commander"
import { operator } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { locales, type Locale } from "@/lib/platform/i18n/locales"
import { confirmImport } from "@/lib/handbook/commands/import"
import { confirmImport as confirmImportSchema } from "@/lib/handbook/schema/inputs"
import { importOf } from "@/lib/handbook/queries/imports"
import { exportHandbook } from "@/lib/handbook/workbook/export"
import { importFile } from "@/lib/handbook/workbook/import"
import { problemLine } from "./problem-line"
import { done, fail, languageOf, say } from "./say"

/** `handbook import` and `handbook export`. */
export function handbookCommands(program: Command): void {
  const handbook = program.command("handbook").description("the handbook as an Excel workbook")
  handbook.command("import <file>")
    .description("read a workbook into a draft: all of it or nothing; a second person then publishes it in the browser")
    .option("--draft <number>", "the number of a new draft; without it the latest open draft, else the year's next number", draftNumber)
    .action(importInto)
  handbook.command("export <file>")
    .description("write the edition in force, or another, as a workbook")
    .option("--edition <number>", "the edition's number")
    .option("--lang <language>", "language of headings and values: zh-CN, zh-TW or en", "zh-CN")
    .action(exportTo)
}

async function importInto(file: string, { draft }: { draft?: string }): Promise<void> {
  const outcome = await importFile(operator, file, draft ? { draft: "new" } : {})
  if (!outcome.ok && outcome.refusal.message.startsWith("workbook.")) fail(problemLine(languageOf(process.env), { message: outcome.refusal.message, params: outcome.refusal.params ?? {} }))
  const staged = done(outcome)
  if (staged.problems > 0) {
    const preview = await asReader(operator, ({ tx }) => importOf(tx, staged.id))
    for (const problem of preview?.problems ?? []) process.stderr.write(`${problemLine(languageOf(process.env), problem)}\n`)
    fail(`${staged.problems} problems; nothing was written`)
  }
  const counts = `${staged.added} added, ${staged.changed} changed, ${staged.removed} removed, ${staged.unchanged} unchanged`
  if (!staged.differs) return say(`nothing to change: ${counts}`)
  const { number } = done(await confirmImport(operator, { id: staged.id, number: draft }))
  say(`draft ${number}: ${counts}`)
}

function draftNumber(given: string): string {
  if (!confirmImportSchema.shape.number.safeParse(given).success) throw new InvalidArgumentError("a number such as 2027-1")
  return given
}

async function exportTo(file: string, { edition, lang }: { edition?: string; lang: string }): Promise<void> {
  const locale = locales.find((known): known is Locale => known === lang)
  if (!locale) fail(`no such language: ${lang}`)
  const exported = await exportHandbook(operator, edition, locale)
  if (!exported) fail(edition ? `no edition ${edition}` : "no edition is in force")
  await writeFile(file, exported.bytes)
  say(`edition ${exported.number}: ${file}`)
}
