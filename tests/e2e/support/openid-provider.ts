import { once } from "node:events"
import { createServer } from "node:http"
import type { Page } from "@playwright/test"
import Provider from "oidc-provider"

/** The company's own sign-in: a real OpenID provider with its own pages, at the address that the product under test was given. */
export async function startOpenIdProvider(product: string, port = Number(new URL(product).port) + 1) {
  const issuer = new URL(product)
  issuer.port = String(port)
  const provider = new Provider(issuer.origin, {
    clients: [{
      client_id: "keypoint", client_secret: "only-for-browser-tests-only-for-browser-tests", grant_types: ["authorization_code"], response_types: ["code"],
      redirect_uris: [`${product}/api/sign-in/openid/callback`],
    }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["only-for-browser-tests"] },
    features: { devInteractions: { enabled: true } },
    // The account is the address; one that begins with "unchecked" is not verified.
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, email: accountId.replace(/^unchecked-/, ""), email_verified: !accountId.startsWith("unchecked-") }) }),
  })
  const server = createServer(provider.callback())
  server.listen(Number(issuer.port), "localhost")
  await once(server, "listening")
  return { origin: issuer.origin, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) }
}

/** Follows the link to the company's own page, signs in there, and lets it tell the address; what follows is the product's. */
export async function signInAtProvider(page: Page, provider: { origin: string }, account: string, link = "Sign in with the company account") {
  await page.getByRole("link", { name: link }).click()
  await page.waitForURL((url) => url.origin === provider.origin)
  await page.locator("input[name=login]").fill(account)
  await page.locator("input[name=password]").fill("known to the provider alone")
  await page.locator("button[type=submit]").click()
  const consent = page.getByRole("button", { name: "Continue" })
  await consent.or(page.locator("main h1")).first().waitFor()
  if (await consent.isVisible()) await consent.click()
}
