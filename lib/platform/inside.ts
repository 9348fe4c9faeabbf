/** An address of ours to go to after signing in; the home page for anything else. */
export function inside(to: string | string[] | null | undefined): string {
  return typeof to === "string" && staysHere(to) && !to.startsWith("/sign-in") ? to : "/"
}

/** Whether an address leads to a page of this server: dots and a doubled stroke ("/.//elsewhere") are another host to a browser. */
export function staysHere(to: string): boolean {
  return /^\/[\w\-./?&=%]*$/.test(to) && !/^[^?]*\/\//.test(to)
}

/** The same address, which says that the company account did not prove who it is. */
export function unproved(to: string): string {
  return `${to}${to.includes("?") ? "&" : "?"}proof=failed`
}
