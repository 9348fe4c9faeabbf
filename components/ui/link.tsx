import { type ComponentProps } from "react"
import { buttonLook, type ButtonVariant } from "./button"
import { classes } from "./classes"

/** A link within the product leads on without loading the whole page again: `Follow` (components/workspace) sees to all of them. */
type LinkProps = ComponentProps<"a"> & { href: string }

const look = "underline decoration-line underline-offset-4 hover:decoration-ink hover:decoration-2"

/** A link in a text or a list. */
export function Link({ className, children, ...rest }: LinkProps) {
  return <a {...rest} className={className ? classes(look, className) : look}>{children}</a>
}

/** A link that looks like a button: it leads to a page, it changes nothing. */
export function ButtonLink({ variant = "plain", className, children, ...rest }: LinkProps & { variant?: ButtonVariant }) {
  return <a {...rest} className={classes(buttonLook(variant), className)}>{children}</a>
}
