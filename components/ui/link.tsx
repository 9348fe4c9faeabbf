import { type ComponentProps } from "react"
import { buttonLook, type ButtonVariant } from "./button"
import { classes } from "./classes"

/** A link within the product leads on without loading the whole page again: `Follow` (components/workspace) sees to all of them. */
type LinkProps = ComponentProps<"a"> & { href: string }

/** A link in a text or a list; its look stands in the style sheet, as a page has a hundred of them. */
export function Link({ className, children, ...rest }: LinkProps) {
  return <a {...rest} className={classes("link", className)}>{children}</a>
}

/** A link that looks like a button: it leads to a page, it changes nothing. */
export function ButtonLink({ variant = "plain", className, children, ...rest }: LinkProps & { variant?: ButtonVariant }) {
  return <a {...rest} className={classes(buttonLook(variant), className)}>{children}</a>
}
