import { IntlMessageFormat } from "intl-messageformat"
import { isValidElement, type ReactNode } from "react"

type Values = Parameters<IntlMessageFormat["format"]>[0]

const kept = new Map<string, IntlMessageFormat>()

/**
 * How next-intl puts values into a message (`next.config.js` gives it this one). Its own compiles each pattern anew in each
 * request, and looks patterns up by a text of all formats; a pattern is compiled here once for the process. Messages name no
 * formats for dates: those stand in elements of their own (`components/ui/time`).
 */
export default function formatMessage(key: string, message: unknown, values: Values | undefined, { locale }: { locale: string }): ReactNode {
  if (typeof message !== "string") throw new Error(`\`${key}\` is no message`)
  if (!values && !/[{<]|'[}>#|']/.test(message)) return message
  const name = `${locale} ${message}`
  let format = kept.get(name)
  if (!format) kept.set(name, (format = new IntlMessageFormat(message, locale)))
  const formatted: unknown = format.format(values)
  return typeof formatted === "string" || isParts(formatted) ? formatted : String(formatted)
}

formatMessage.raw = true

function isParts(formatted: unknown): formatted is ReactNode {
  return isValidElement(formatted) || Array.isArray(formatted)
}
