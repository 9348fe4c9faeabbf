import { useTranslations } from "next-intl"

/** What the browser's tab and a reader's voice call the page; it comes and goes with the page itself. */
export function DocumentTitle({ children }: { children: string }) {
  return <title>{`${children} · ${useTranslations("common.product")("name")}`}</title>
}
