"use client"

import { useRef, useState, type ReactNode } from "react"
import { Button } from "@/components/ui/button"

type Words = { larger: string; smaller: string; fit: string; whole: string; scale: string }
type ZoomProps = { width: number; height: number; label: string; words: Words; labelledBy: string; describedBy: string; children: ReactNode }

const least = 0.25
const most = 3

/** A drawing in a frame that scrolls, drawn larger or smaller. Before scripts have loaded it stands in its own size. */
export function Zoom({ width, height, label, words, labelledBy, describedBy, children }: ZoomProps) {
  const [scale, setScale] = useState(1)
  const frame = useRef<HTMLDivElement>(null)
  const to = (next: number) => setScale(Math.min(most, Math.max(least, next)))
  const fit = () => to(((frame.current?.clientWidth ?? width) - 2) / (width + 2))
  return (
    <div className="space-y-2 print:hidden">
      <div role="group" aria-label={words.scale} className="flex flex-wrap items-center gap-2">
        <Button type="button" aria-label={words.smaller} disabled={scale <= least} onClick={() => to(scale / 1.25)}>−</Button>
        <Button type="button" aria-label={words.larger} disabled={scale >= most} onClick={() => to(scale * 1.25)}>+</Button>
        <Button type="button" onClick={fit}>{words.fit}</Button>
        <Button type="button" onClick={() => to(1)}>{words.whole}</Button>
        <output className="text-sm text-ink-soft">{Math.round(scale * 100)}%</output>
      </div>
      <div ref={frame} role="region" aria-label={label} tabIndex={0} className="max-h-[85vh] max-w-full overflow-auto border border-line bg-sheet">
        <svg
          role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}
          width={Math.round((width + 2) * scale)} height={Math.round((height + 2) * scale)} viewBox={`-1 -1 ${width + 2} ${height + 2}`}
          className="max-w-none"
        >
          {children}
        </svg>
      </div>
    </div>
  )
}
