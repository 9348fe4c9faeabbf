"use client"

import { Failure } from "@/components/workspace/failure"

export default function Problem(props: { error: unknown; retry: () => void }) {
  return (
    <main id="content">
      <Failure {...props} />
    </main>
  )
}
