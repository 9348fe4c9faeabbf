import type { People } from "./app"
import { formOf } from "./forms"

/** A plant of its own, so that nobody else's story changes: what forms call it, and its address. */
export async function foundPlant(people: People): Promise<{ code: string; label: string; path: string }> {
  const admin = await people.as("admin", { locale: "en" })
  const code = `E${Date.now()}`
  await admin.goto("/units")
  const form = formOf(admin, "Found a unit")
  await form.getByLabel("Code").fill(code)
  await form.getByLabel("Name in Chinese").fill("临江电厂")
  await form.getByLabel("Name in English").fill("Linjiang Plant")
  await form.getByRole("button", { name: "Found the unit" }).click()
  await admin.waitForURL(/\/units\/[0-9a-f-]{36}$/)
  return { code, label: `${code} Linjiang Plant`, path: new URL(admin.url()).pathname }
}
