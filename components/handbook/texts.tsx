import { Text } from "@/components/ui/text"
import type { Bilingual } from "@/lib/platform/i18n/text"

/** Several texts, each on a line of its own. */
export function Texts({ texts }: { texts: Bilingual[] }) {
  return texts.length === 0 ? <>—</> : <ul>{texts.map((text) => <li key={text.zh}><Text text={text} marked /></li>)}</ul>
}
