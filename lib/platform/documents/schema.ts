import { z } from "zod";

const line = z.string().min(1);
const fact = z.object({ label: z.string(), value: z.string() });

/** What every document carries. All wording is data, so that the document follows the reader's language. */
const layout = z.object({
  locale: z.enum(["zh-CN", "zh-TW", "en"]),
  /** The company in whose name the document is issued. */
  organisation: line,
  title: line,
  subtitle: z.string().optional(),
  number: line,
  /** Unit, period, recipient and the like, under the title. */
  parties: z.array(fact),
  /** A word in the head of every page, such as that the data is a demonstration's. */
  mark: z.string().optional(),
  /** Becomes the PDF's creation date; the same data then gives the same bytes. */
  issuedAt: z.date(),
  landscape: z.boolean().default(false),
});

const signature = z.object({ person: line, role: line, time: line });

const statement = layout.extend({
  declarations: z.array(line).min(1),
  facts: z.array(fact),
  exceptions: z.array(line),
  unfinished: z.array(fact),
  /** `null` leaves the lines empty, to be signed on paper. */
  signature: signature.nullable(),
  countersignature: signature.nullable(),
  /** SHA-256 in hex of what was signed, each with its name. */
  hashes: z.array(z.object({ label: line, value: z.string().regex(/^[0-9a-f]{64}$/) })),
  words: z.object({
    number: line, page: line, declarations: line, facts: line, exceptions: line, noExceptions: line,
    unfinished: line, noneUnfinished: line, signature: line, countersignature: line, person: line, role: line,
    time: line, seal: line, signed: line, hashes: line,
  }),
});

const column = z.object({
  label: z.string(),
  /** A share of the width; columns without one are as wide as their content. */
  share: z.number().positive().optional(),
  align: z.enum(["left", "right", "center"]).default("left"),
});
const table = z
  .object({ columns: z.array(column).min(1), rows: z.array(z.array(z.string())), total: z.array(z.string()).optional() })
  .refine((value) => [...value.rows, value.total ?? []].every((row) => row.length === 0 || row.length === value.columns.length), {
    message: "each row has one cell per column",
  });

const deficiencyReport = layout.extend({
  summary: table,
  deficiencies: table,
  /** One block per deficiency: point, what was found, grade, plan, implementation, retest, closure. */
  blocks: z.array(z.object({ title: line, status: z.string(), facts: z.array(fact) })),
  words: z.object({ number: line, page: line, summary: line, deficiencies: line, blocks: line, none: line }),
});

/** The documents by template; each has `templates/<name>.typ`. */
export const documentSchemas = { statement, "deficiency-report": deficiencyReport };

export type Template = keyof typeof documentSchemas;
export type DocumentData<T extends Template> = z.input<(typeof documentSchemas)[T]>;
