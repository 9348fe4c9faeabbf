import { expect, test } from "vitest"
import { plant, printed } from "./fixture"
import { imports } from "./imports"

const found = (files: Record<string, string>) => printed(imports(plant(files)))

test("the way in for a change passes", () => {
  expect(found({
    "app/(workspace)/deficiencies/page.tsx": "import { list } from \"@/lib/deficiencies/queries\"\nimport { Card } from \"@/components/deficiencies/card\"",
    "components/deficiencies/card.tsx": "import { close } from \"@/lib/deficiencies/actions\"\nimport type { Row } from \"@/lib/deficiencies/queries\"",
    "lib/deficiencies/actions.ts": "\"use server\"\nimport { revalidatePath } from \"next/cache\"\nimport { close } from \"./commands\"\nimport { Close } from \"./schema\"",
    "lib/deficiencies/commands.ts": "import { asActor } from \"@/lib/platform/database\"\nimport { record } from \"@/lib/audit/record\"\nimport { openTest } from \"@/lib/assessments/commands\"\nimport { close } from \"./rules\"\ntx.deficiency.update()",
    "lib/deficiencies/rules.ts": "import { lifecycle } from \"@/lib/platform/lifecycle\"\nimport type { Row } from \"./queries\"",
    "lib/deficiencies/schema.ts": "import { z } from \"zod\"",
  })).toEqual([])
})

test.each([
  ["platform imports a room", "lib/platform/mail.ts", "import { a } from \"@/lib/units/queries\""],
  ["a room imports a component", "lib/units/queries.ts", "import { a } from \"../../components/ui/a\""],
  ["a component imports a page", "components/ui/a.tsx", "import { a } from \"@/app/page\""],
  ["a component imports a query", "components/units/a.tsx", "import { a } from \"@/lib/units/queries\""],
  ["a page imports the database", "app/page.tsx", "import { a } from \"@/lib/platform/generated/client\""],
  ["a page imports Prisma", "app/page.tsx", "import { PrismaClient } from \"@prisma/client\""],
  ["rules import the database", "lib/units/rules.ts", "import { a } from \"@/lib/platform/database\""],
  ["a page opens the door", "app/page.tsx", "import { asReader } from \"@/lib/platform/door\""],
  ["jobs open the door", "lib/units/jobs.ts", "import { asActor } from \"@/lib/platform/door\""],
  ["rules open the door", "lib/units/rules.ts", "import { asActor } from \"@/lib/platform/door\""],
  ["policy imports even the types of the database", "lib/units/policy.ts", "import type { Tx } from \"@/lib/platform/database\""],
  ["rules import Next", "lib/units/rules/owner.ts", "import { headers } from \"next/headers\""],
  ["policy runs a query", "lib/units/policy.ts", "import { a } from \"./queries\""],
  ["commands import Next", "lib/units/commands.ts", "import { revalidatePath } from \"next/cache\""],
  ["commands import actions", "lib/units/commands/open.ts", "import { a } from \"../actions\""],
  ["commands load Next later", "lib/units/commands.ts", "await import(\"next/cache\")"],
  ["a room imports another room's actions", "lib/units/actions.ts", "\"use server\"\nimport { a } from \"@/lib/handbook/actions\""],
  ["a schema imports more than zod", "lib/units/schema.ts", "import { v7 } from \"uuid\""],
  ["actions without the directive", "lib/units/actions.ts", "import { a } from \"./commands\""],
  ["jobs look into the transaction", "lib/units/jobs.ts", "await tx.unit.findMany()"],
  ["a page looks into the transaction", "app/page.tsx", "await tx.unit.findMany()"],
  ["a page compares a status", "app/page.tsx", "if (row.status === \"closed\") show()"],
  ["a page compares a status taken out of its record", "app/page.tsx", "const { status } = row\nif (status !== \"closed\") show()"],
  ["a barrel", "lib/platform/all.ts", "export { a } from \"./a\"\nexport * from \"./b\""],
  ["a page switches over a state", "app/page.tsx", "switch (row.state) { case \"closed\": show() }"],
  ["a page lists states", "app/page.tsx", "if ([\"closed\"].includes(row.status)) show()"],
])("%s", (_, path, text) => {
  expect(found({ [path]: text })).toEqual([expect.stringContaining(`${path}:`)])
})
