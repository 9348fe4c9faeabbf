import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ReviseForm } from "@/components/handbook/revise-form"
import { RefusalSummary } from "@/components/ui/refusal-summary"
import { PageHead } from "@/components/ui/page-head"
import { Text } from "@/components/ui/text"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { editionPage } from "@/lib/handbook/queries/edition-page"
import { pointPage } from "@/lib/handbook/queries/point"
import { isDraft } from "@/lib/handbook/rules/edition"
import { requireActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("handbook.revise"))("title") }
}

/** One point of a draft, to be worded anew. A published edition has no such page. */
export default async function RevisePointPage({ params }: { params: Promise<{ id: string; point: string }> }) {
  const [actor, { id, point }] = [await requireActor(), await params]
  const page = await pointPage(actor, point, id)
  const edition = await editionPage(actor, id)
  if (!page || !edition?.judged || page.edition.id !== edition.edition.id || !isDraft(edition.edition.status)) notFound()
  const [t, top] = [await getTranslations("handbook.revise"), await getTranslations("handbook.page")]
  const verdict = mayKeepHandbook(actor, edition.judged.companyId)
  return (
    <>
      <PageHead
        code={page.row.code}
        title={<Text text={page.content.title} marked />}
        lead={t("lead")}
        crumbs={[{ label: top("title"), href: "/handbook" }, { label: edition.edition.number, href: `/handbook/editions/${id}` }]}
      />
      {verdict.allowed ? <ReviseForm page={page} version={edition.edition.version} /> : <RefusalSummary refusal={verdict.refusal} />}
    </>
  )
}
