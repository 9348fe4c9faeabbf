import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { expect, type People, test } from "../support/app"
import { north } from "./story"

const root = path.resolve(import.meta.dirname, "../../..")

/** At the end every act of the story stands in the trail; what `keypoint audit verify` says of its chains. */
export async function verifyTrail(people: People): Promise<string> {
  await test.step("the trail tells the story in words", async () => {
    const finance = await people.as(north.finance)
    await finance.goto("/audit?limit=100")
    const trail = finance.getByRole("table", { name: "审计轨迹" })
    for (const words of [/会签了声明/, /贺建章签署了声明/, /^关闭 /, /复测通过/]) await expect(trail.getByRole("rowheader").filter({ hasText: words }).first()).toBeVisible()
  })

  return test.step("keypoint audit verify recomputes every chain", async () => {
    const environment = { ...process.env, KEYPOINT_DATA: process.env.KEYPOINT_E2E_DATA, DATABASE_URL: "" }
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/keypoint.mjs", "audit", "verify"], { cwd: root, env: environment })
    expect(stdout).not.toContain("BROKEN")
    return stdout
  })
}
