import { v7 } from "uuid"

/** A new key: UUIDv7, made by the application so that rows sort by age. */
export function newId(): string {
  return v7()
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside is a key at all; anything else is simply not found. */
export function isId(text: string): boolean {
  return shape.test(text)
}
