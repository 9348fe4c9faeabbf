import { getTranslations } from "next-intl/server"
import { MyListSection } from "@/components/distributions/mine"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { PageHead } from "@/components/ui/page-head"
import { myLists } from "@/lib/distributions/queries/mine"
import { requireActor } from "@/lib/platform/session"

/** The points that the person was given to know: what waits for confirmation first. */
export default async function MyListsPage() {
  const [actor, t] = [await requireActor(), await getTranslations("distributions")]
  const lists = await myLists(actor)
  return (
    <Drawn>
      <PageHead title={t("mine.title")} lead={t("mine.lead")} crumbs={[{ label: t("title"), href: "/distributions" }]} />
      {lists.length === 0 ? <div className="pt-6"><Empty title={t("mine.none")}>{t("mine.noneHint")}</Empty></div> : lists.map((list) => <MyListSection key={list.id} list={list} />)}
    </Drawn>
  )
}
