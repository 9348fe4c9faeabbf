const commands: string[] = []

/** Has what a command does told under its name. */
export async function named<Value>(command: string, run: () => Promise<Value>): Promise<Value> {
  commands.push(command)
  try {
    return await run()
  } finally {
    commands.pop()
  }
}

/** The command that runs now. */
export const running = () => commands.at(-1) ?? null
