import { notFound } from "next/navigation"
import { connection } from "next/server"

/** An empty page made at each request, for `npm run bench` to compare the others with; anywhere else it is not there. */
export default async function BlankPage() {
  await connection()
  if (process.env.KEYPOINT_MEASURED !== "yes") notFound()
  return null
}
