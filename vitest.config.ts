import path from "node:path"
import { defineConfig } from "vitest/config"

const here = (file: string) => path.resolve(import.meta.dirname, file)
const alias = { "server-only": here("tests/setup/server-only.ts"), "@": here(".") }
// Ends what hangs, however slow the machine; a promise about time is asserted by the test that makes it.
const limits = { testTimeout: 120_000, hookTimeout: 120_000 }
const excluded = ["**/node_modules/**", "**/.next/**"]

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,scripts}/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          exclude: excluded,
          ...limits,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          exclude: excluded,
          ...limits,
          globalSetup: ["tests/setup/template.ts"],
          setupFiles: ["tests/setup/worker.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "access",
          include: ["tests/access/**/*.test.ts"],
          exclude: excluded,
          ...limits,
          globalSetup: ["tests/setup/template.ts"],
          setupFiles: ["tests/setup/worker.ts", "tests/access/next.ts"],
          // After the others, which leave it both cores.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "launcher",
          include: ["tests/launcher/**/*.test.ts"],
          exclude: excluded,
          ...limits,
          fileParallelism: false,
          // After all others: these start whole servers and measure time.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
