"use client"

import { type ComponentProps, type ReactNode } from "react"
import { useControl } from "./form-context"

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

const mark = "mt-0.5 size-5 shrink-0 accent-ink"

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "checked"> & { label: ReactNode; hint?: ReactNode }

/** A single box with its words beside it; needs no Field around it. */
export function Checkbox({ label, hint, defaultChecked, ...rest }: CheckboxProps) {
  const { kept, attributes } = useControl(rest)
  const value = rest.value === undefined ? "on" : String(rest.value)
  const checked = kept === undefined ? defaultChecked : (Array.isArray(kept) ? kept : [kept]).includes(value)
  return (
    <label className="flex min-h-6 items-start gap-2 py-1">
      <input {...attributes} {...rest} type="checkbox" defaultChecked={checked} className={mark} />
      <Words label={label} hint={hint} />
    </label>
  )
}

type GroupProps = { choices: Choice[]; defaultValue?: string; name?: string; inline?: boolean }

/** One of a few, all in sight. Stands in a `Field group`. */
export function RadioGroup({ choices, defaultValue, name, inline = false }: GroupProps) {
  const { kept, attributes } = useControl({ name })
  const chosen = Array.isArray(kept) ? kept[0] : (kept ?? defaultValue)
  return (
    <div className={inline ? "flex flex-wrap gap-x-6" : ""}>
      {choices.map((choice) => (
        <label key={choice.value} className="flex min-h-6 items-start gap-2 py-1">
          <input
            type="radio"
            name={attributes.name}
            value={choice.value}
            disabled={choice.disabled}
            defaultChecked={chosen === choice.value}
            className={mark}
          />
          <Words label={choice.label} hint={choice.hint} />
        </label>
      ))}
    </div>
  )
}

/** Several of a few. Stands in a `Field group`; the form holds the name once for each chosen value. */
export function CheckboxGroup({ choices, defaultValue, name }: Omit<GroupProps, "defaultValue"> & { defaultValue?: string[] }) {
  const { kept, attributes } = useControl({ name })
  const chosen = kept === undefined ? defaultValue : Array.isArray(kept) ? kept : [kept]
  return (
    <div>
      {choices.map((choice) => (
        <label key={choice.value} className="flex min-h-6 items-start gap-2 py-1">
          <input
            type="checkbox"
            name={attributes.name}
            value={choice.value}
            disabled={choice.disabled}
            defaultChecked={chosen?.includes(choice.value)}
            className={mark}
          />
          <Words label={choice.label} hint={choice.hint} />
        </label>
      ))}
    </div>
  )
}

function Words({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
  return (
    <span>
      {label}
      {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
    </span>
  )
}
