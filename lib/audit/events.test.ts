import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { auditRooms } from "@/lib/audit/events"
import { locales } from "@/lib/platform/i18n/locales"

test.each(locales)("the trail's filter names every room in %s", (locale) => {
  const messages: { rooms: Record<string, string> } = JSON.parse(readFileSync(`messages/${locale}/audit.json`, "utf8"))
  expect(auditRooms.filter((room) => !messages.rooms[room])).toEqual([])
})
