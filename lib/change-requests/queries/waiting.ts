import { mayJudge } from "@/lib/change-requests/policy"
import type { Work } from "@/lib/platform/door"

/** How many requests the person has to answer, and how many the company control office has to take up or judge. */
export async function requestsWaitingIn({ tx, actor }: Work): Promise<{ toAnswer: number; toJudge: number }> {
  if (actor.personId === null) return { toAnswer: 0, toJudge: 0 }
  const open = await tx.changeRequest.findMany({ where: { status: { in: ["submitted", "under-review", "asked"] } }, select: { unitId: true, filedBy: true, status: true } })
  return {
    toAnswer: open.filter(({ status, filedBy }) => status === "asked" && filedBy === actor.personId).length,
    toJudge: open.filter((request) => request.status !== "asked" && mayJudge(actor, request).allowed).length,
  }
}
