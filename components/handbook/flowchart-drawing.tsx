import type { Arrow, Flowchart, Shape } from "@/lib/handbook/rules/flowchart"
import { sizes, type Label, type Mark } from "@/lib/handbook/rules/flowchart-boxes"

type Props = { chart: Flowchart; query: string }

/** The names of the lanes, over everything. */
export function LaneHeads({ chart: { lanes, head } }: Pick<Props, "chart">) {
  return lanes.map(({ code, x, width, labels }) => (
    <g key={code} transform={`translate(${x} 0)`}>
      <rect width={width} height={head} className="fill-shade stroke-line" />
      <Labels labels={labels} />
    </g>
  ))
}

/** The tip of the arrows, in a drawing of its own: from within one that is not shown on paper, it would not be drawn there. */
export function ArrowTip() {
  return (
    <svg aria-hidden="true" width={0} height={0} className="absolute">
      <defs>
        <marker id="flow-tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" markerUnits="userSpaceOnUse">
          <path d="M0 0 8 4 0 8Z" className="fill-ink" />
        </marker>
      </defs>
    </svg>
  )
}

/** Lanes, arrows, documents and steps with their points; everything by attributes and classes, nothing by style. */
export function FlowchartBody({ chart, query }: Props) {
  const { lanes, head, height, shapes, arrows } = chart
  return (
    <>
      {lanes.map(({ code, x, width }) => <rect key={code} x={x} y={head} width={width} height={height - head} className="fill-sheet stroke-line" />)}
      {arrows.map((arrow) => <ArrowLine key={arrow.key} arrow={arrow} />)}
      {shapes.map((shape) => <ShapeDrawing key={shape.key} shape={shape} query={query} />)}
    </>
  )
}

function ArrowLine({ arrow: { kind, dots } }: { arrow: Arrow }) {
  const points = dots.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")
  return <polyline points={points} markerEnd="url(#flow-tip)" strokeWidth={kind === "step" ? 1.75 : 1} strokeDasharray={kind === "step" ? undefined : "4 3"} className="fill-none stroke-ink" />
}

function ShapeDrawing({ shape, query }: { shape: Shape; query: string }) {
  const { key, x, y, width, height, kind, labels, marks } = shape
  return (
    <g id={kind === "step" ? key.replace(" ", "-") : undefined} transform={`translate(${round(x)} ${round(y)})`} className="group/step">
      {kind === "step" ? <rect width={width} height={height} rx={2} className="fill-paper stroke-ink stroke-[1.5] group-target/step:stroke-3" /> : <path d={paper(width, height)} className="fill-shade stroke-line" />}
      <Labels labels={labels} />
      {marks.map((mark) => <PointMark key={mark.id} mark={mark} query={query} />)}
    </g>
  )
}

// The document of a flowchart: a sheet whose lower edge is a wave.
function paper(width: number, height: number): string {
  const low = height - 5
  return `M0 0H${width}V${low}Q${width * 0.75} ${low - 9} ${width / 2} ${low}T0 ${low}Z`
}

function PointMark({ mark: { id, code, title, x, y, width, height }, query }: { mark: Mark; query: string }) {
  return (
    <a href={`/handbook/points/${id}${query}`} aria-label={`${code} ${title}`} className="group outline-none">
      <title>{`${code} ${title}`}</title>
      <rect x={x} y={y} width={width} height={height} rx={12} className="fill-sheet stroke-due group-hover:fill-shade group-focus-visible:stroke-ink group-focus-visible:stroke-3" />
      <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle" fontSize={11} className="fill-due underline">{code}</text>
    </a>
  )
}

function Labels({ labels }: { labels: Label[] }) {
  return labels.map(({ x, y, text, look }) => (
    <text key={`${y} ${text}`} x={x} y={round(y)} fontSize={sizes[look]} fontWeight={look === "title" || look === "lane" ? 600 : 400} className={look === "code" ? "fill-ink-soft" : "fill-ink"}>{text}</text>
  ))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
