import { Command } from "commander"
import { version } from "../package.json"
import { auditCommands } from "./keypoint/audit"
import { handbookCommands } from "./keypoint/handbook"
import { fail } from "./keypoint/say"
import { tokenCommands } from "./keypoint/token"
import { userCommands } from "./keypoint/user"

const program = new Command("keypoint")
  .description("Keypoint from the command line")
  .version(version)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

handbookCommands(program)
auditCommands(program)
userCommands(program)
tokenCommands(program)

try {
  await program.parseAsync()
  process.exit(0)
} catch (error) {
  fail(error)
}
