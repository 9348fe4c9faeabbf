// Imported first by every child of the launcher: when the launcher is gone, however it ended, the child ends too.
// Grandchildren inherit the import, and their channel is their own affair.
if (process.env.KEYPOINT_LEASH === String(process.ppid) && process.channel) {
  process.on("disconnect", () => {
    setTimeout(() => process.exit(1), 4000).unref()
    process.kill(process.pid, process.env.KEYPOINT_LEASH_SIGNAL ?? "SIGTERM")
  })
  process.channel.unref()
}
