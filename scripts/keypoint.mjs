// npm run keypoint -- …: the administrator's command line.
import { generate } from "./generate.mjs"
import { install, root, run } from "./install.mjs"

process.chdir(root)
await install()
generate()
await run("scripts/launch/command.ts")
