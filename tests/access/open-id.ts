/** A browser that keeps what it is given, by address, and follows nobody by itself. */
function browser() {
  const kept = new Map<string, Map<string, string>>()
  return async (address: string, form?: Record<string, string>) => {
    const { origin } = new URL(address)
    const cookies = kept.get(origin) ?? new Map<string, string>()
    kept.set(origin, cookies)
    const response = await fetch(address, {
      method: form ? "POST" : "GET", redirect: "manual", body: form && new URLSearchParams(form), headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    })
    for (const [pair = ""] of response.headers.getSetCookie().map((one) => one.split(";"))) cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1))
    return response
  }
}

const mostSteps = 12

/** Goes to the company's own sign-in, says there who they are, and comes back: whether the product then lets them in. */
export async function comesBackFromProvider(product: string, email: string): Promise<string> {
  const open = browser()
  let address = `${product}/api/sign-in/openid?to=/settings`
  for (let [step, form]: [number, Record<string, string> | undefined] = [0, undefined]; step < mostSteps; step += 1) {
    const response = await open(address, form)
    const [to, page] = [response.headers.get("location"), await response.text()]
    address = new URL(to ?? /action="([^"]+)"/.exec(page)?.[1] ?? "", address).href
    // Without a way on, it is the provider's own page, which asks who they are, and then what it may tell.
    form = to === null ? { prompt: /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "", login: email, password: "known to the provider alone" } : undefined
    if (address.startsWith(`${product}/sign-in`)) return "sign-in"
    if (address === `${product}/settings`) return (await open(address)).status === 200 ? "acts" : "nothing"
  }
  throw new Error(`lost at ${address}`)
}
