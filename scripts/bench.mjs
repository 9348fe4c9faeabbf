// npm run bench: measures the product on a data folder of its own; one JSON object per line on standard output.
import { generate } from "./generate.mjs"
import { install, root, run } from "./install.mjs"

process.chdir(root)
await install()
generate()
await run("scripts/bench/main.ts", { paths: true })
