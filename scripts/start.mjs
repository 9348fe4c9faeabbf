// npm start and npm run dev. Until node_modules is there this is the machine's own Node, which may be 20.
import { endWithNpm, install, root, run } from "./install.mjs"

process.chdir(root)
endWithNpm()
await install()
await run("scripts/launch/main.ts")
