"use client"

import { type ComponentProps } from "react"
import { classes } from "./classes"
import { one, useControl } from "./form-context"

type InputProps = Omit<ComponentProps<"input">, "type" | "value"> & {
  type?: "text" | "email" | "password" | "number" | "tel" | "url" | "search" | "date" | "month" | "time"
}

/** One line of text. A password is never kept. */
export function Input({ type = "text", className, defaultValue, ...rest }: InputProps) {
  const { kept, attributes } = useControl(rest)
  const value = type === "password" ? undefined : (one(kept) ?? defaultValue)
  return <input {...attributes} {...rest} type={type} defaultValue={value} className={classes("control", className)} />
}

/** A day, as the browser's own picker; the value is 2026-03-31. */
export function DateInput(props: Omit<InputProps, "type">) {
  return <Input {...props} type="date" className={classes("max-w-48", props.className)} />
}

/** Several lines of text. */
export function TextArea({ className, defaultValue, rows = 4, ...rest }: Omit<ComponentProps<"textarea">, "value">) {
  const { kept, attributes } = useControl(rest)
  return (
    <textarea
      {...attributes}
      {...rest}
      rows={rows}
      defaultValue={one(kept) ?? defaultValue}
      className={classes("control field-sizing-content max-h-[60vh] min-h-24", className)}
    />
  )
}
