"use client"

import { useTranslations } from "next-intl"
import { useSyncExternalStore } from "react"

const never = () => () => {}

/** What a field is called, before what is said of it. Read from the page once scripts run; without them only what is said stands. */
export function FieldLabel({ of: id, children }: { of: string; children: string }) {
  const t = useTranslations("common.forms")
  const label = useSyncExternalStore(never, () => labelOf(id), () => "")
  return label ? t("ofField", { field: label, message: children }) : children
}

/** The name of the field with this id, as the page shows it; empty without one. */
export function labelOf(id: string): string {
  const control = document.getElementById(id)
  const title = control?.querySelector(":scope > legend") ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  const words = [...(title?.childNodes ?? [])].filter((node) => !(node instanceof Element && node.hasAttribute("data-required")))
  return words.map(({ textContent }) => textContent).join("").trim() || (control?.getAttribute("aria-label") ?? "")
}
