/** Where a page stands: its path and what is in its query. Sort, filter and page links are made from it. */
export type Query = Record<string, string | string[] | undefined>
export type Address = { path: string; query: Query }

/** The same address with some of the query changed; `undefined` takes a word out. */
export function withQuery(address: Address, change: Query): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries({ ...address.query, ...change })) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== "") search.append(key, one)
    }
  }
  const text = search.toString()
  return text ? `${address.path}?${text}` : address.path
}

/** The first value of a query word. */
export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
