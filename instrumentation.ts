/** Runs once when the server starts, before its first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return
  const { outliveReaders } = await import("./lib/platform/output")
  outliveReaders()
  const { notePeers } = await import("./lib/platform/peers")
  const { holdIncoming } = await import("./lib/platform/upload/incoming")
  const { clearIncoming } = await import("./lib/platform/storage")
  const { startJobs } = await import("./lib/platform/jobs")
  const { readAddresses } = await import("./lib/platform/addresses")
  readAddresses()
  notePeers()
  holdIncoming()
  // A store that cannot be written is told by the health page.
  await clearIncoming().catch(() => {})
  startJobs()
  const { startDeficiencyJob } = await import("./lib/deficiencies/jobs")
  startDeficiencyJob()
  const { startDistributionJob } = await import("./lib/distributions/jobs")
  startDistributionJob()
  const { startHandoverJob } = await import("./lib/handovers/jobs")
  startHandoverJob()
  const { startPersonnelJob } = await import("./lib/personnel/jobs")
  startPersonnelJob()
}
