"use client"

import { useTranslations } from "next-intl"
import { useContext } from "react"
import { Button, type ButtonProps } from "./button"
import { FormContext } from "./form-context"

/** The button that sends the form around it; says so while it is on its way, unless it is one of many with values of their own. */
export function Submit({ variant = "primary", children, ...rest }: ButtonProps) {
  const t = useTranslations("common.forms")
  const { pending } = useContext(FormContext)
  return (
    <Button variant={variant} {...rest} disabled={pending || rest.disabled}>
      {children}
      {pending && rest.value === undefined && <span role="status">{t("pending")}</span>}
    </Button>
  )
}
