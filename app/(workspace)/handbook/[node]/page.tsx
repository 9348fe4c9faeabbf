import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { PointsTable } from "@/components/handbook/points-table"
import { StepsTable } from "@/components/handbook/steps-table"
import { first, type Query } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Facts } from "@/components/ui/facts"
import { ButtonLink } from "@/components/ui/link"
import { PageHead } from "@/components/ui/page-head"
import { Section } from "@/components/ui/section"
import { Text } from "@/components/ui/text"
import { nodePage } from "@/lib/handbook/queries/node"
import { requireActor } from "@/lib/platform/session"

type Props = { params: Promise<{ node: string }>; searchParams: Promise<Query> }

/** One element or process: what it is for, its steps, its points. */
export default async function NodePage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const asked = first((await searchParams).edition)
  const page = await nodePage(actor, decodeURIComponent((await params).node), asked)
  if (!page) notFound()
  const [t, common, top] = [await getTranslations("handbook.node"), await getTranslations("common.unitKinds"), await getTranslations("handbook.page")]
  return (
    <Drawn>
      <PageHead
        code={page.code}
        title={<Text text={page.title} marked />}
        status={`${top(`kinds.${page.kind}`)} · ${top("edition", { number: page.edition.number })}`}
        crumbs={[{ label: top("title"), href: "/handbook" }]}
      />
      <div className="pt-6">
        <Facts
          facts={[
            { label: t("objective"), value: <Text text={page.objective} marked />, wide: true },
            { label: t("applies"), value: page.kinds.map((kind) => common(kind)).join(" · ") },
            { label: t("reason"), value: <Text text={page.kindsReason} marked /> },
          ]}
        />
      </div>
      {page.steps.length > 0 && (
        <Section title={t("steps")} actions={<ButtonLink href={`/handbook/${page.code}/flowchart${asked ? `?edition=${asked}` : ""}`}>{(await getTranslations("handbook.flowchart"))("title")}</ButtonLink>}>
          <StepsTable page={page} edition={asked} />
        </Section>
      )}
      <Section title={t("points")}><PointsTable points={page.points} labels={page.labels} caption={t("points")} edition={asked} /></Section>
    </Drawn>
  )
}
