import { pointVersionIn } from "@/lib/handbook/queries/points"
import type { PointVersionRow } from "@/lib/handbook/queries/rows"
import { draftedTest, text } from "@/lib/handbook/schema/content"
import type { Text } from "@/lib/platform/actor"
import type { Tx } from "@/lib/platform/database"

export type Attribute = { key: string; text: Text }
export type PointText = { key: "objective" | "risk" | "designTest" | "population" | "procedure" | "exception"; text: Text }

/** What each sample of a point is asked, as the frozen edition words it. */
export async function attributesIn(tx: Tx, pointVersionId: string): Promise<Attribute[]> {
  return attributesOf(await pointVersionIn(tx, pointVersionId))
}

export function attributesOf(point: Pick<PointVersionRow, "operatingTest"> | null): Attribute[] {
  const test = draftedTest.safeParse(point?.operatingTest)
  return test.success ? test.data.attributes : []
}

/** What a tester reads of the point before testing it; texts that the edition lacks are left out. */
export function pointTextsOf(point: PointVersionRow): PointText[] {
  const test = draftedTest.safeParse(point.operatingTest)
  const operating = test.success ? test.data : null
  const texts: [PointText["key"], unknown][] = [
    ["objective", point.objective], ["risk", point.risk], ["designTest", point.designTest],
    ["population", operating?.population], ["procedure", operating?.procedure], ["exception", operating?.exception],
  ]
  return texts.flatMap(([key, value]) => {
    const known = text.safeParse(value)
    return known.success ? [{ key, text: known.data }] : []
  })
}
