import { pointVersionIn } from "@/lib/handbook/queries/points"
import { draftedTest } from "@/lib/handbook/schema/content"
import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"

export type Attribute = { key: string; text: Text }

/** What each sample of a point is asked, as the frozen edition words it. */
export async function attributesIn(tx: Tx, pointVersionId: string): Promise<Attribute[]> {
  const point = await pointVersionIn(tx, pointVersionId)
  const test = draftedTest.safeParse(point?.operatingTest)
  return test.success ? test.data.attributes : []
}
