import { type Json, refused } from "@/lib/platform/api/openapi"

/** What is answered by a route of its own, and so is no operation. */
export const streamed: Record<string, Json> = {
  "/files/{sha256}": {
    get: {
      operationId: "getFile", tags: ["files"],
      summary: "The content of a file, to whoever may see the record that it belongs to",
      parameters: [
        { name: "sha256", in: "path", required: true, schema: { type: "string", pattern: "^[0-9a-f]{64}$" } },
        { name: "evidence", in: "query", required: true, schema: { type: "string" }, description: "The record's id" },
      ],
      responses: { "200": { description: "Done", content: { "application/octet-stream": { schema: { type: "string", contentMediaType: "application/octet-stream" } } } }, default: refused },
    },
  },
}
