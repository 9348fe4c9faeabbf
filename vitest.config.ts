import path from "node:path"
import { defineConfig } from "vitest/config"

const here = (file: string) => path.resolve(import.meta.dirname, file)
const alias = { "server-only": here("tests/setup/server-only.ts"), "@": here(".") }
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
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          exclude: excluded,
          globalSetup: ["tests/setup/template.ts"],
          setupFiles: ["tests/setup/worker.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "access",
          include: ["tests/access/**/*.test.ts"],
          exclude: excluded,
          globalSetup: ["tests/setup/template.ts"],
          setupFiles: ["tests/setup/worker.ts", "tests/access/next.ts"],
          // After the others, which leave it both cores.
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "launcher",
          include: ["tests/launcher/**/*.test.ts"],
          exclude: excluded,
          fileParallelism: false,
          // After all others: these start whole servers and measure time.
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
