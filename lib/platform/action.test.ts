import { expect, it, vi } from "vitest"
import { z } from "zod"
import { act } from "./action"

it("answers a fault of ours with a refusal that keeps what was typed, but no password; the log is told", async () => {
  const log = vi.spyOn(process.stderr, "write").mockReturnValue(true)
  const form = new FormData()
  form.set("reason", "缺运行测试程序。")
  form.set("password", "not to be sent back")
  // Outside a request nobody can be asked who is signed in: as when the database does not answer.
  const state = await act(form, z.object({ reason: z.string() }), async () => ({ ok: true, value: null }))
  expect(state).toEqual({ status: "refused", refusal: { code: "unavailable", message: "common.refusals.unavailable" }, values: { reason: "缺运行测试程序。" } })
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})
