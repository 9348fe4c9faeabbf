import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AssignPart } from "@/components/assessments/paper/assign"
import { ConclusionPart } from "@/components/assessments/paper/conclusion"
import { DisagreementsPart } from "@/components/assessments/paper/disagreements"
import { HeadActions } from "@/components/assessments/paper/head-actions"
import { HistoryPart } from "@/components/assessments/paper/history"
import { OperatingPart } from "@/components/assessments/paper/operating"
import { PaperFacts, PointPart } from "@/components/assessments/paper/point"
import { ReviewPart } from "@/components/assessments/paper/review"
import { WalkthroughPart } from "@/components/assessments/paper/walkthrough"
import { ConclusionStatus, StandingStatus } from "@/components/assessments/standing"
import { first } from "@/components/ui/address"
import { Drawn } from "@/components/ui/drawn"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Text } from "@/components/ui/text"
import { PeriodText } from "@/components/ui/time"
import { openPaper } from "@/lib/assessments/commands/open-paper"
import { type Desk, deskOf } from "@/lib/assessments/queries/desk"
import { isId } from "@/lib/platform/ids"
import { requireActor } from "@/lib/platform/session"

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ id: string; testId: string }>; searchParams: Promise<Query> }

export default async function WorkingPaper({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ id, testId }, query, t] = [await params, await searchParams, await getTranslations("assessments")]
  const desk = isId(testId) ? await deskOf(actor, testId) : null
  if (desk?.paper.assessmentId !== id) notFound()
  if (desk.unopened) await openPaper(actor, { id: testId })
  const { paper, unit, point } = desk
  return (
    <Drawn><article className="mx-auto max-w-5xl">
      <PageHead
        crumbs={[
          { label: t("list.title"), href: "/assessments" },
          { label: <><Text text={unit.name} /> <PeriodText period={paper.quarter} /></>, href: `/assessments/${paper.assessmentId}` },
        ]}
        code={paper.code}
        title={<>{t("paper.title")} · {point && <Text text={{ zh: point.titleZh, en: point.titleEn }} marked />}</>}
        status={<span className="inline-flex flex-wrap gap-4"><StandingStatus standing={desk.standing} />{paper.conclusion && paper.conclusion !== "not-due" && <ConclusionStatus conclusion={paper.conclusion} />}</span>}
        actions={<HeadActions desk={desk} />}
      />
      <div className="space-y-4 pt-4"><PaperFacts desk={desk} /><AssignPart desk={desk} /></div>
      <PointPart desk={desk} />
      {desk.standing === "not-due" ? <div className="pt-6"><Notice kind="info" title={t("paper.notDue")}>{t("paper.notDueHint")}</Notice></div> : <Parts desk={desk} sampleId={first(query.sample)} />}
      <HistoryPart desk={desk} />
    </article></Drawn>
  )
}

function Parts({ desk, sampleId }: { desk: Desk; sampleId: string | undefined }) {
  return (
    <>
      <WalkthroughPart desk={desk} part="design" />
      <WalkthroughPart desk={desk} part="conformity" />
      <OperatingPart desk={desk} sampleId={sampleId} />
      <ConclusionPart desk={desk} />
      <ReviewPart desk={desk} />
      <DisagreementsPart desk={desk} />
    </>
  )
}
