import { useTranslations } from "next-intl"
import { type ReactNode } from "react"
import { DocumentTitle } from "./document-title"
import { wordsOf } from "./drawn"
import { Link } from "./link"

export type Crumb = { label: ReactNode; href: string }

type PageHeadProps = {
  title: ReactNode
  /** Number or code, set before the title. */
  code?: ReactNode
  status?: ReactNode
  crumbs?: Crumb[]
  lead?: ReactNode
  actions?: ReactNode
}

/** The head of every page: where it stands, its one title, its state, what can be done. */
export function PageHead({ title, code, status, crumbs = [], lead, actions }: PageHeadProps) {
  const t = useTranslations("common.page")
  return (
    <header className="mb-4 border-b border-line pb-4">
      <DocumentTitle>{wordsOf([code, code && " ", title])}</DocumentTitle>
      {crumbs.length > 0 && (
        <nav aria-label={t("breadcrumb")} className="mb-2 text-sm">
          <ol className="flex flex-wrap gap-x-2">
            {crumbs.map((crumb, index) => (
              <li key={crumb.href} className="flex gap-2">
                {index > 0 && (
                  <span aria-hidden="true" className="text-ink-soft">
                    /
                  </span>
                )}
                <Link href={crumb.href} className="inline-block min-h-6">
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 space-y-1">
          <h1 className="text-2xl leading-snug font-semibold text-pretty">
            {code && <span className="mr-3 font-normal whitespace-nowrap text-ink-soft">{code}</span>}
            {title}
          </h1>
          {status && <p className="text-sm">{status}</p>}
          {lead && <p className="max-w-prose text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-start gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  )
}
