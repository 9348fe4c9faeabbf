import { Text } from "@/components/ui/text"
import type { Bilingual } from "@/lib/platform/i18n/text"

/** A person's name by id; a dash where nobody is named. */
export function PersonName({ names, id }: { names: ReadonlyMap<string, Bilingual>; id: string | null }) {
  const name = id ? names.get(id) : undefined
  return name ? <Text text={name} /> : <>—</>
}
