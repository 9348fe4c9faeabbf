"use client"

import { type ComponentProps } from "react"
import { classes } from "./classes"
import { one, useControl } from "./form-context"

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type SelectProps = Omit<ComponentProps<"select">, "value" | "defaultValue" | "children"> & {
  options: (Option | OptionGroup)[]
  /** The words of the empty choice; without them there is none. */
  none?: string
  defaultValue?: string
}

/** One of a list, as the browser's own select. */
export function Select({ options, none, className, defaultValue, ...rest }: SelectProps) {
  const { kept, attributes } = useControl(rest)
  const value = one(kept) ?? defaultValue ?? ""
  return (
    // A select does not follow a changed default by itself, so a new default makes a new select.
    <select key={value} {...attributes} {...rest} defaultValue={value} className={classes("control", className)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map((entry) =>
        "options" in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            {entry.options.map(choice)}
          </optgroup>
        ) : (
          choice(entry)
        ),
      )}
    </select>
  )
}

function choice(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
