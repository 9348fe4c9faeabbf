/** An address of ours to go to after signing in; the home page for anything else. */
export function inside(to: string | string[] | null | undefined): string {
  return typeof to === "string" && /^\/(?![/\\])[\w\-./?&=%]*$/.test(to) && !to.startsWith("/sign-in") ? to : "/"
}
