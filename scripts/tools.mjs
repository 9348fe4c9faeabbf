// What the tests need beside packages: a browser, Chinese fonts, and programs that judge PDFs.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"
import { node, root } from "./install.mjs"

const debian = {
  chromium: "/usr/bin/chromium",
  "fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "poppler-utils": "/usr/bin/pdftoppm",
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Installs what is missing: Debian's packages as root, otherwise Playwright's own browser. */
export async function installTools() {
  const missing = Object.entries(debian).filter(([, file]) => !existsSync(file)).map(([name]) => name)
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say(`Installing ${missing.join(", ")}`)
    const options = { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }
    spawnSync("apt-get", ["update", "-qq"], options)
    const result = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], options)
    if (result.status === 0) return
    say(`apt-get could not install ${missing.join(", ")}`)
  }
  if (missing.includes("chromium")) {
    say("Installing Playwright's browser")
    spawnSync(node, [path.join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"], { stdio: ["ignore", 2, 2] })
  }
}
