/**
 * Lets the server outlive whoever reads its output (a closed pipe). Without this, each line that cannot be written makes an
 * error, which is written too, and so on for ever.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
}
