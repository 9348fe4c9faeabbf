import { createElement, type ReactNode } from "react"
import { escaped } from "./escape"
import { type Attributes, type Part, type Plain, type Shape, type Slot, type Tag } from "./plain"

/** What the server writes itself, or leaves to React. */
type Written = { html: string; inside: string } | { node: ReactNode }

const list = (words: string) => new Set(words.split(" "))
// Written here as React would write them, with these attributes; anything else is left to React.
const tags = list("a abbr article aside b caption cite code dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header i ins kbd label li mark nav ol p s section small span strong sub sup table tbody td tfoot th thead time tr u ul")
const names = new Map(Object.entries({ className: "class", htmlFor: "for", tabIndex: "tabindex", id: "id", href: "href", lang: "lang", title: "title", role: "role", scope: "scope", dateTime: "dateTime", colSpan: "colSpan", rowSpan: "rowSpan" }))
const voids = list("br hr")
// Their attributes are React's, what stands in them need not be.
const holders = list("button details fieldset form legend main summary")

/**
 * Plain data on its way into the server's page. React is asked for what is not plain and for what stands around that; the rest it
 * is given as HTML that is written already. The browser, which draws elements from the same data, finds the same there.
 */
export function writer(shapes: readonly Shape[], other: (one: Slot | Part) => ReactNode): (plain: readonly Plain[]) => ReactNode[] {
  // The beginning of each shape's tag; null where React writes it.
  const begun = shapes.map(([tag, attributes]) => {
    const own = tags.has(tag) || voids.has(tag) ? attributesOf(attributes) : null
    return own === null ? null : `<${tag}${own}`
  })

  function write(plain: Plain): Written {
    if (typeof plain === "string") return { html: escaped(plain), inside: "" }
    if (!Array.isArray(plain)) return { node: other(plain) }
    const [shape, own, ...inside] = plain
    const [tag, attributes] = shapes[shape] ?? ["div", {}]
    const parts = inside.map(write)
    let html = ""
    let isOurs = tags.has(tag) || holders.has(tag) || voids.has(tag)
    for (const part of parts) {
      if ("html" in part) html += part.html
      else isOurs = false
    }
    if (!isOurs) return { node: createElement(tag, own ? { ...attributes, ...own } : attributes, ...parts.map((part, index) => nodeOf(inside[index], part))) }
    const start = begun[shape] ?? null
    const more = own === 0 ? "" : attributesOf(own)
    if (start === null || more === null) return { node: around(plain, html) }
    return { html: voids.has(tag) ? `${start}${more}/>` : `${start}${more}>${html}</${tag}>`, inside: html }
  }

  function nodeOf(plain: Plain | undefined, part: Written): ReactNode {
    if ("node" in part) return part.node
    return Array.isArray(plain) ? around(plain, part.inside) : typeof plain === "string" ? plain : null
  }

  function around([shape, own, ...inside]: Tag, html: string): ReactNode {
    const [tag, attributes] = shapes[shape] ?? ["div", {}]
    const props = own ? { ...attributes, ...own } : attributes
    if (inside.every((one) => typeof one === "string")) return createElement(tag, props, ...inside)
    return createElement(tag, { ...props, dangerouslySetInnerHTML: { __html: html } })
  }

  return (plain) => plain.map((one) => nodeOf(one, write(one)))
}

function attributesOf(attributes: Attributes): string | null {
  let html = ""
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "key") continue
    const isAnyone = key.startsWith("aria-") || key.startsWith("data-")
    const name = isAnyone ? key : names.get(key)
    // React sees to true and false, and to addresses that are scripts.
    if (name === undefined || (typeof value === "boolean" && !isAnyone) || (key === "href" && !/^[/?#]/.test(`${value}`))) return null
    html += ` ${name}="${escaped(`${value}`)}"`
  }
  return html
}
