"use client"

import { useTranslations } from "next-intl"
import { useContext } from "react"
import { Button, type ButtonProps } from "./button"
import { FormContext } from "./form-context"

/** The button that sends the form around it; says so while it is on its way. */
export function Submit({ variant = "primary", children, ...rest }: ButtonProps) {
  const t = useTranslations("common.forms")
  const { pending } = useContext(FormContext)
  return (
    <Button variant={variant} {...rest} disabled={pending || rest.disabled}>
      {children}
      {pending && <span role="status">{t("pending")}</span>}
    </Button>
  )
}
