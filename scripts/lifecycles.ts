import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { drawn } from "./lifecycles/draw"
import { tablesIn } from "./lifecycles/tables"

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync("docs/lifecycles.md", drawn(await tablesIn(process.cwd())))
