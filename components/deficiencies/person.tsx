import { useTranslations } from "next-intl"
import { Text } from "@/components/ui/text"
import type { Text as Name } from "@/lib/platform/actor"

/** A person's name by id; where nobody did it, it was the product. */
export function PersonName({ names, id }: { names: Map<string, Name>; id: string | null }) {
  const t = useTranslations("deficiencies.page")
  const name = id === null ? undefined : names.get(id)
  if (name) return <Text text={name} />
  return <>{id === null ? t("product") : "—"}</>
}
