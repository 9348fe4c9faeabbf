"use client"

import { useRef, useSyncExternalStore } from "react"

const never = () => () => {}

/** Ticks or clears every box of the table. Only there once scripts run; without them each row has its own box. */
export function SelectAll({ name, label }: { name: string; label: string }) {
  const box = useRef<HTMLInputElement>(null)
  const alive = useSyncExternalStore(never, () => true, () => false)
  if (!alive) return null
  return (
    <label className="flex min-h-7 items-center gap-2 sm:w-7 sm:justify-center">
      <input
        ref={box}
        type="checkbox"
        className="size-5 accent-ink"
        onChange={(event) => {
          const table = event.currentTarget.closest("table")
          for (const one of table?.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]") ?? []) {
            if (one.name === name && !one.disabled) one.checked = event.currentTarget.checked
          }
        }}
      />
      <span className="font-normal sm:sr-only">{label}</span>
    </label>
  )
}
