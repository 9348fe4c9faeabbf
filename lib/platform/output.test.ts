import { expect, it } from "vitest"
import { outliveReaders } from "./output"

it("a closed pipe is no error that anybody has to handle", () => {
  outliveReaders()
  for (const stream of [process.stdout, process.stderr]) expect(() => stream.emit("error", new Error("write EPIPE"))).not.toThrow()
})
