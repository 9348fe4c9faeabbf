/**
 * The settings of the embedded PostgreSQL. Durable keeps what was committed through a power cut (fsync and
 * synchronous_commit stay on); the rest makes it quick on a small machine.
 */
export function settings(port: number, durable: boolean) {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "128MB",
    work_mem: "8MB",
    max_wal_size: "1GB",
    checkpoint_timeout: "15min",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // A statement in the log could hold what people wrote.
    log_min_error_statement: "panic",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  }
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`])
}
