import { useTranslations } from "next-intl"
import { RadioGroup } from "@/components/ui/choices"
import { Field } from "@/components/ui/field"
import { Input, TextArea } from "@/components/ui/input"
import { Section } from "@/components/ui/section"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { Table } from "@/components/ui/table"
import { UploadForm } from "@/components/ui/upload-form"
import { sameAsOwner, special } from "@/lib/handbook/schema/mapping"
import type { FixedField, MatchPage } from "@/lib/handbook/workbook/match-page"
import type { KeptForm } from "@/lib/platform/kept-forms"

const most = 300

/** Their values beside ours, what is the same for all rows, and what is still missing; sending it makes the preview. */
export function ValuesForm({ page, from, kept }: { page: MatchPage; from: string; kept: KeptForm | null }) {
  const t = useTranslations("mapping")
  const { upload, place, columns, known } = page
  const used = columns.filter(({ field }) => field !== "")
  const hidden = { id: upload.id, row: place.row, from, ...Object.fromEntries(used.map(({ heading, nth, field }) => [`column:${nth}:${heading}`, field])) }
  return (
    <UploadForm address="/api/handbook-matchings" label={t("values.title")} hidden={hidden} refusal={kept?.refusal} values={kept?.values}>
      {place.sheets.map((name) => <input key={name} type="hidden" name="sheet" value={name} />)}
      <Section title={t("values.title")} lead={t("values.lead")}>
        {page.lists.length === 0 && <p>{t("values.none")}</p>}
        {page.lists.map((list) => <ListOfValues key={list.list} list={list} />)}
      </Section>
      <Section title={t("fixed.title")} lead={t("fixed.lead")}>
        {page.lack.length === 0 && page.base !== null && <p>{t("fixed.nothing")}</p>}
        <div className="grid gap-4 lg:grid-cols-2">
          {page.base === null && <Field name="fixed:handbookTitle" label={t("fixed.handbookTitle")}><Input defaultValue={known?.fixed.handbookTitle} /></Field>}
          {page.lack.map((one) => <FixedContent key={one.field} fixed={one} total={page.rows} />)}
        </div>
        {page.lists.some(({ list }) => list === "nodes") && (
          <details>
            <summary className="cursor-pointer py-1">{t("fixed.newNodes")}</summary>
            <div className="grid gap-4 pt-2 lg:grid-cols-2">{page.ofNodes.map((one) => <FixedContent key={one.field} fixed={one} total={page.rows} />)}</div>
          </details>
        )}
      </Section>
      <Section title={t("missing.title")}><Missing page={page} /></Section>
      <div className="max-w-2xl space-y-4 pt-6">
        <Field name="codes" label={t("options.codes")} group>
          <RadioGroup defaultValue={known?.codes ?? "tidied"} choices={[{ value: "tidied", label: t("options.tidied") }, { value: "numbered", label: t("options.numbered") }]} />
        </Field>
        <Field name="rest" label={t("options.rest")} group>
          <RadioGroup defaultValue={known?.rest ?? "keep"} choices={[{ value: "keep", label: t("options.keep") }, { value: "remove", label: t("options.remove") }]} />
        </Field>
        <Field name="name" label={t("options.name")} hint={t("options.nameHint")}><Input maxLength={100} defaultValue={page.chosen?.name} /></Field>
        <Submit>{t("options.preview")}</Submit>
      </div>
    </UploadForm>
  )
}

function ListOfValues({ list: { list, values, options } }: { list: MatchPage["lists"][number] }) {
  const t = useTranslations("mapping")
  const more: Option[] = list === "nodes"
    ? [{ value: special.process, label: t("values.newProcess") }, { value: special.element, label: t("values.newElement") }]
    : list === "departments" || list === "positions" ? [{ value: special.add, label: t("values.new") }] : []
  const choices = [...more, ...options, ...(list === "nodes" ? [] : [{ value: special.drop, label: t("values.drop") }])]
  return (
    <div className="pt-2">
      <Table
        caption={t(`lists.${list}`)}
        rows={values.slice(0, most)}
        rowKey={({ theirs }) => theirs}
        columns={[
          { key: "theirs", header: t("values.theirs"), rowHeader: true, className: "min-w-40", cell: ({ theirs }) => theirs },
          { key: "count", header: t("values.count"), align: "end", className: "w-20", cell: ({ count }) => count },
          { key: "ours", header: t("values.ours"), className: "min-w-56", cell: ({ theirs, ours }) => <Select name={`value:${list}:${theirs}`} aria-label={t("values.ofValue", { value: theirs })} none={t("values.unmatched")} options={choices} defaultValue={ours} /> },
        ]}
      />
      {values.length > most && <p className="pt-1 text-sm text-ink-soft">{t("values.many", { limit: most })}</p>}
    </div>
  )
}

function FixedContent({ fixed: { field, label, count, options, value }, total }: { fixed: FixedField; total: number }) {
  const t = useTranslations("mapping.fixed")
  const hint = count === null ? undefined : count === total ? t("all", { count }) : t("lacking", { count })
  const first = field === "performingPositions" ? [{ value: sameAsOwner, label: t("sameAsOwner") }] : []
  return (
    <Field name={`fixed:${field}`} label={label} hint={hint}>
      {options ? <Select none={t("none")} options={[...first, ...options]} defaultValue={value} /> : <TextArea rows={2} defaultValue={value} />}
    </Field>
  )
}

/** What no column has: fields that each point must have, and what may follow in the draft. */
function Missing({ page: { lack, english, columns, rows } }: { page: MatchPage }) {
  const t = useTranslations("mapping.missing")
  const errors = useTranslations("mapping.lack")
  const there = new Set(columns.map(({ field }) => field))
  const must = lack.filter(({ field, count, value }) => count === rows && value === "" && field !== "provenancePlace")
  const hasTest = ["populationZh", "procedureZh", "attributesZh", "exceptionZh"].every((field) => there.has(field))
  if (must.length === 0 && english.length === 0 && hasTest) return <p>{t("nothing")}</p>
  return (
    <div className="max-w-prose space-y-2 text-sm">
      {must.length > 0 && <><p>{t("must")}</p><ul className="list-disc pl-5 font-medium">{must.map(({ field, label }) => <li key={field}>{label}</li>)}</ul></>}
      <p>{t("draft")}</p>
      <ul className="list-disc pl-5">
        {!hasTest && <li>{errors("procedureMissing")}</li>}
        {english.length > 0 && <li>{t("english", { field: english.join(t("comma")) })}</li>}
      </ul>
    </div>
  )
}
