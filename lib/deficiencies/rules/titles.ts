import type { Text } from "@/lib/platform/actor"

/** A deficiency from a test bears the title of its point, which follows the reader's language; one that was typed stays as it is. */
export function titlesOf(title: string, point: Text | undefined): Text {
  return point?.zh === title ? point : { zh: title, en: null }
}
