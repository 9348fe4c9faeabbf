import { useId, type ComponentProps, type ReactNode } from "react"
import { type Refusal, type Verdict } from "@/lib/platform/refusal"
import { classes } from "./classes"
import { RefusalText } from "./refusal-text"

export type ButtonVariant = "primary" | "plain" | "final"

const looks: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-paper hover:opacity-85",
  plain: "border-line bg-sheet text-ink hover:bg-shade",
  final: "border-seal-fill bg-seal-fill text-seal-ink hover:opacity-90",
}

const base =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-[2px] border px-4 py-1.5 text-sm font-medium no-underline"
const off = "border-line bg-shade text-ink-soft"

export function buttonLook(variant: ButtonVariant, disabled = false): string {
  return classes(base, disabled ? `${off} cursor-not-allowed` : looks[variant])
}

export type ButtonProps = ComponentProps<"button"> & {
  /** `final` is seal red: only for signatures and what cannot be undone. */
  variant?: ButtonVariant
  /** Whether policy lets this person do it; when not, the button stays in sight with the reason. */
  allowed?: boolean
  reason?: ReactNode
  /** What policy says; a refusal tells why and who could do it. Stands for `allowed` and `reason`. */
  verdict?: Verdict
  refusal?: Refusal | null
}

export function Button({ variant = "plain", allowed, reason, verdict, refusal: given, className, disabled, ...rest }: ButtonProps) {
  const id = useId()
  const refusal = verdict && !verdict.allowed ? verdict.refusal : given
  const refused = allowed === false || Boolean(refusal)
  const button = (
    <button
      type="submit"
      {...rest}
      disabled={refused || disabled}
      aria-describedby={refused ? id : rest["aria-describedby"]}
      className={classes(buttonLook(variant, refused), className)}
    />
  )
  if (!refused) return button
  return (
    <span className="inline-flex max-w-md flex-col items-start gap-1">
      {button}
      <span id={id} className="text-sm text-ink-soft">
        {refusal ? <RefusalText refusal={refusal} /> : reason}
      </span>
    </span>
  )
}
