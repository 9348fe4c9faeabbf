import { useFormatter, useTranslations } from "next-intl"
import type { Flowchart as Chart } from "@/lib/handbook/rules/flowchart"
import { ArrowTip, FlowchartBody, LaneHeads } from "./flowchart-drawing"
import "./flowchart.css"
import { Zoom } from "./zoom"

type Props = { chart: Chart; title: string; query: string }

/** A process as a swim-lane flowchart: to be scrolled and zoomed on a screen, in sheets on paper. */
export function Flowchart({ chart, title, query }: Props) {
  const [t, format] = [useTranslations("handbook.flowchart"), useFormatter()]
  const count = (kind: "step" | "document") => format.number(chart.shapes.filter((shape) => shape.kind === kind).length)
  const points = chart.shapes.reduce((sum, { marks }) => sum + marks.length, 0)
  const words = { larger: t("larger"), smaller: t("smaller"), fit: t("fit"), whole: t("whole"), scale: t("scale") }
  return (
    <>
      <ArrowTip />
      <Zoom width={chart.width} height={chart.height} label={t("frame")} words={words} labelledBy="flow-title" describedBy="flow-desc">
        <title id="flow-title">{t("of", { title })}</title>
        <desc id="flow-desc">{t("desc", { lanes: format.number(chart.lanes.length), steps: count("step"), points: format.number(points) })}</desc>
        <g id="flow-body"><FlowchartBody chart={chart} query={query} /></g>
        <g id="flow-heads"><LaneHeads chart={chart} /></g>
      </Zoom>
      <Sheets chart={chart} />
      <p className="pt-2 text-sm text-ink-soft">{t("legend")}</p>
    </>
  )
}

/** The same on paper: piece by piece, the lanes' names over each. */
function Sheets({ chart: { width, head, bands } }: { chart: Chart }) {
  const wide = Math.max(width, 1000)
  const left = (width - wide) / 2
  return (
    <div aria-hidden="true" className="hidden print:block">
      {bands.map(({ y, height }) => (
        <svg key={y} viewBox={`${left - 1} -1 ${wide + 2} ${head + height + 2}`} className="flowchart-sheet w-full">
          <svg x={left - 1} y={head} width={wide + 2} height={height} viewBox={`${left - 1} ${y} ${wide + 2} ${height}`}><use href="#flow-body" /></svg>
          <use href="#flow-heads" />
        </svg>
      ))}
    </div>
  )
}
