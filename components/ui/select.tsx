"use client"

import { type ComponentProps } from "react"
import { classes } from "./classes"
import { escaped } from "./escape"
import { one, useControl } from "./form-context"

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type SelectProps = Omit<ComponentProps<"select">, "value" | "defaultValue" | "children"> & {
  options: (Option | OptionGroup)[]
  /** The words of the empty choice; without them there is none. */
  none?: string
  defaultValue?: string
}

// From here on options are one text: as elements, a hundred of them are a tenth of a page. Shorter lists change under the reader's hand, and keep what is chosen.
const long = 30

/** One of a list, as the browser's own select. */
export function Select({ options, none, className, defaultValue, ...rest }: SelectProps) {
  const { kept, attributes } = useControl(rest)
  const value = one(kept) ?? defaultValue ?? ""
  // A select does not follow a changed default by itself, so a new default makes a new select.
  const props = { ...attributes, ...rest, defaultValue: value, className: classes("control", className) }
  if (options.length >= long && options.every(isOption)) return <select key={value} {...props} dangerouslySetInnerHTML={{ __html: textOf(options, none, value) }} />
  return (
    <select key={value} {...props}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map((entry) =>
        isOption(entry) ? (
          choice(entry)
        ) : (
          <optgroup key={entry.label} label={entry.label}>
            {entry.options.map(choice)}
          </optgroup>
        ),
      )}
    </select>
  )
}

function isOption(entry: Option | OptionGroup): entry is Option {
  return "value" in entry
}

function textOf(options: readonly Option[], none: string | undefined, chosen: string): string {
  const all = none === undefined ? options : [{ value: "", label: none }, ...options]
  return all.map(({ value, label, disabled }) =>
    `<option value="${escaped(value)}"${value === chosen ? ' selected=""' : ""}${disabled ? ' disabled=""' : ""}>${escaped(label)}</option>`).join("")
}

function choice(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
