import { useTranslations } from "next-intl"
import { getTranslations } from "next-intl/server"
import { type Address, withQuery } from "@/components/ui/address"
import { Link } from "@/components/ui/link"
import type { Group } from "@/lib/access-reviews/rules/finding"
import { lineKinds } from "@/lib/access-reviews/schema"

/** What a group is called: `Role: Tester`. */
export async function groupWords(): Promise<(group: Pick<Group, "kind" | "what">) => string> {
  const [t, roles] = await Promise.all([getTranslations("access-reviews"), getTranslations("common.roles")])
  return ({ kind, what }) => {
    const known = lineKinds.find((one) => one === kind)
    const name = known ? t(`kinds.${known}`) : kind
    return kind === "grant" ? t("groupOf", { kind: name, what: roles.has(what) ? roles(what) : what }) : name
  }
}

type GroupsProps = { groups: readonly Group[]; address: Address; wordsOf: (group: Group) => string }

/** How many hold each role, a position, a token, and how many of them wait for a decision; each leads to its lines. */
export function ReviewGroups({ groups, address, wordsOf }: GroupsProps) {
  const t = useTranslations("access-reviews")
  return (
    <ul aria-label={t("groups")} className="grid gap-x-8 text-sm sm:grid-cols-2 lg:grid-cols-3">
      {groups.map((group) => (
        <li key={group.key} className="flex items-baseline justify-between gap-4 border-b border-hairline py-1.5">
          <Link href={withQuery(address, { of: group.key, q: undefined, show: undefined, cursor: undefined })}>{wordsOf(group)}</Link>
          <span className="shrink-0 text-right text-ink-soft">{t("groupCount", { lines: group.lines, undecided: group.undecided })}</span>
        </li>
      ))}
    </ul>
  )
}
