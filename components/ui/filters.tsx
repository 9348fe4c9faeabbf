"use client"

import { useTranslations } from "next-intl"
import Form from "next/form"
import { useId, type ReactNode } from "react"
import { type Address } from "./address"
import { Button } from "./button"
import { FormContext } from "./form-context"
import { ButtonLink } from "./link"

type FiltersProps = {
  address: Address
  /** Words of the address that are no filter and stay: "sort", "tab". */
  keep?: string[]
  label?: string
  /** The word on the button of a form that chooses rather than narrows; such a choice cannot be cleared. */
  button?: string
  children: ReactNode
}

/** A form that only changes the address. Fields inside show what the address says, by name. */
export function Filters({ address, keep = ["sort"], label, button, children }: FiltersProps) {
  const t = useTranslations("common.forms")
  const id = useId()
  // How many rows a page has is no filter either.
  const stays = [...keep, "limit"]
  const kept = stays.flatMap((name) => [address.query[name]].flat().map((value) => ({ name, value })))
  const active = Object.keys(address.query).some((name) => !stays.includes(name) && name !== "cursor" && address.query[name])
  const rest = new URLSearchParams(kept.flatMap(({ name, value }) => (value ? [[name, value]] : [])))
  return (
    <FormContext value={{ id, pending: false, values: address.query, errors: {} }}>
      <Form
        key={JSON.stringify(Object.entries(address.query).filter(([name]) => !stays.includes(name) && name !== "cursor"))}
        action={address.path}
        role="search"
        aria-label={label ?? t("filters")}
        className="grid grid-cols-2 items-end gap-3 py-3 lg:flex lg:flex-wrap"
      >
        {kept.map(({ name, value }) => value && <input key={`${name}=${value}`} type="hidden" name={name} value={value} />)}
        {children}
        <div className="flex gap-2 max-lg:col-span-full">
          <Button>{button ?? t("applyFilters")}</Button>
          {active && !button && <ButtonLink href={rest.size ? `${address.path}?${rest}` : address.path}>{t("clearFilters")}</ButtonLink>}
        </div>
      </Form>
    </FormContext>
  )
}
