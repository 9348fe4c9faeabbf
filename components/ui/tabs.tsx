import { type ReactNode } from "react"

export type Tab = { key: string; label: ReactNode; href: string; count?: number }

/** Parts of a page, each with its own address. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <a
              href={tab.href}
              aria-current={tab.key === current ? "page" : undefined}
              className="-mb-px inline-flex min-h-10 items-center gap-2 border-b-2 border-transparent whitespace-nowrap hover:border-line aria-[current]:border-ink aria-[current]:font-semibold"
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-sm font-normal text-ink-soft">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
