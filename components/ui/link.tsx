import NextLink from "next/link"
import { type ComponentProps } from "react"
import { buttonLook, type ButtonVariant } from "./button"
import { classes } from "./classes"

type LinkProps = ComponentProps<typeof NextLink>

const look = "underline decoration-line underline-offset-4 hover:decoration-ink hover:decoration-2"

/** How a link looks, with what its place adds. */
export function linkLook(own: unknown): string {
  return typeof own === "string" ? classes(look, own) : look
}

/** A link within the product. Nothing is fetched before it is asked for: lists hold hundreds of links. */
export function Link({ className, prefetch = false, ...rest }: LinkProps) {
  return <NextLink {...rest} prefetch={prefetch} className={linkLook(className)} />
}

/** A link that looks like a button: it leads to a page, it changes nothing. */
export function ButtonLink({ variant = "plain", className, prefetch = false, ...rest }: LinkProps & { variant?: ButtonVariant }) {
  return <NextLink {...rest} prefetch={prefetch} className={classes(buttonLook(variant), className)} />
}
