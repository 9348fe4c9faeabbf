import NextAuth, { type NextAuthOptions } from "next-auth"
import { decode } from "next-auth/jwt"
import { signOut } from "@/lib/access/commands/sign-in"
import { actorOfSession } from "@/lib/platform/identity"
import { secret, secure } from "@/lib/platform/session"

export const dynamic = "force-dynamic"

/** A cookie counts only while the session row behind it does; next-auth then clears the cookie. */
async function standing(params: Parameters<typeof decode>[0]) {
  const claims = await decode(params)
  return typeof claims?.sid === "string" && (await actorOfSession(claims.sid)) ? claims : null
}

async function end(id: unknown) {
  const actor = typeof id === "string" ? await actorOfSession(id) : null
  if (actor && typeof id === "string") await signOut(actor, id)
}

function options(): NextAuthOptions {
  return {
    // Passwords come in by the sign-in page's own action; next-auth keeps the cookie, tells the session and signs out.
    providers: [],
    secret: secret(),
    useSecureCookies: secure(),
    session: { strategy: "jwt", maxAge: 7 * 24 * 3600 },
    jwt: { decode: standing },
    pages: { signIn: "/sign-in", signOut: "/settings", error: "/sign-in" },
    events: { signOut: ({ token }) => end(token?.sid) },
  }
}

async function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }) {
  const answer: Response = await NextAuth(options())(request, context)
  return answer
}

export { handle as GET, handle as POST }
