import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { ReviseForm } from "@/components/handbook/revise-form"
import { Drawn } from "@/components/ui/drawn"
import { RefusalSummary } from "@/components/ui/refusal-summary"
import { PageHead } from "@/components/ui/page-head"
import { Text } from "@/components/ui/text"
import { mayKeepHandbook } from "@/lib/handbook/policy"
import { editionPage } from "@/lib/handbook/queries/edition-page"
import { pointPage } from "@/lib/handbook/queries/point"
import { isDraft } from "@/lib/handbook/rules/edition"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ id: string; point: string }> }

/** One point of a draft, to be worded anew. Of a published edition it says why not, and what to do instead. */
export default async function RevisePointPage({ params }: Props) {
  const [actor, { id, point }] = [await requireActor(), await params]
  const page = await pointPage(actor, point, id)
  const edition = await editionPage(actor, id)
  if (!page || !edition?.judged || page.edition.id !== edition.edition.id) notFound()
  const [t, top] = [await getTranslations("handbook.revise"), await getTranslations("handbook.page")]
  const verdict = mayKeepHandbook(actor, edition.judged.companyId)
  return (
    <Drawn>
      <PageHead
        code={page.row.code}
        title={<Text text={page.content.title} marked />}
        lead={t("lead")}
        crumbs={[{ label: top("title"), href: "/handbook" }, { label: edition.edition.number, href: `/handbook/editions/${id}` }]}
      />
      {!verdict.allowed ? <RefusalSummary refusal={verdict.refusal} />
        : isDraft(edition.edition.status) ? <ReviseForm page={page} version={edition.edition.version} />
          : <RefusalSummary refusal={{ code: "wrong-state", message: "handbook.refusals.notDraft" }} />}
    </Drawn>
  )
}
