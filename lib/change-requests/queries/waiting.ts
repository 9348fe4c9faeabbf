import { mayJudge } from "@/lib/change-requests/policy"
import type { Actor } from "@/lib/platform/actor"
import { type Question, rowsOf } from "@/lib/platform/at-once"
import { Prisma } from "@/lib/platform/generated/client"

type OpenRequest = { unitId: string; filedBy: string | null; status: string }
export type WaitingRequests = { toAnswer: number; toJudge: number }

/** The requests that nobody has decided yet. */
export function openRequests(): Question<OpenRequest[]> {
  return rowsOf(Prisma.sql`select "unitId", "filedBy", status from "ChangeRequest" where status in ('submitted', 'under-review', 'asked')`)
}

/** How many of them the person has to answer, and how many the company control office has to take up or judge. */
export function waitingOf(actor: Actor, open: readonly OpenRequest[]): WaitingRequests {
  if (actor.personId === null) return { toAnswer: 0, toJudge: 0 }
  return {
    toAnswer: open.filter(({ status, filedBy }) => status === "asked" && filedBy === actor.personId).length,
    toJudge: open.filter((request) => request.status !== "asked" && mayJudge(actor, request).allowed).length,
  }
}
