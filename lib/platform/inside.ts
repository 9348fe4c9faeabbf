/** An address of ours to go to after signing in; the home page for anything else. */
export function inside(to: string | string[] | null | undefined): string {
  return typeof to === "string" && /^\/(?![/\\])[\w\-./?&=%]*$/.test(to) && !to.startsWith("/sign-in") ? to : "/"
}

/** The same address, which says that the company account did not prove who it is. */
export function unproved(to: string): string {
  return `${to}${to.includes("?") ? "&" : "?"}proof=failed`
}
