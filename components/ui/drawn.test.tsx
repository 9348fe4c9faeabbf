import { Suspense, useState, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Drawing } from "./drawing"
import { Drawn, plainOf, wordsOf } from "./drawn"
import { Link } from "./link"

const Name = ({ children }: { children: ReactNode }) => <span lang="zh-CN">{children}</span>
const row = (
  <tr key="one">
    <th scope="row" className="whitespace-nowrap"><Link href="/handbook/points/1?edition=2&a=b" className="font-medium"><Name>{"<b> & \"收入\" 'x'"}</Name></Link></th>
    <td data-label="数" colSpan={2}>{[3, " ", null, false, undefined, "", 4n]}<>核对<br /></></td>
    <td><label htmlFor="a"><input type="checkbox" name="ids" value="1" disabled={false} aria-label="选择" defaultChecked /></label></td>
  </tr>
)

// A component of the browser, as it is marked for the server.
const Counter = Object.assign(
  function Counter({ label, times, children }: { label?: ReactNode; times?: { of: number[] }; children?: ReactNode }) {
    const [count] = useState(1)
    return <button type="button" aria-pressed={count > 1}>{label}{times?.of.join(" ")}{count}{children}</button>
  },
  { $$typeof: Symbol.for("react.client.reference") },
)

/** What the reader gets of a node that is drawn: its plain data goes there as JSON, the rest beside. */
function drawn(node: ReactNode) {
  const { sheet, beside } = plainOf(node)
  return <Drawing text={JSON.stringify(sheet)} {...beside} />
}

const ready = { dangerouslySetInnerHTML: { __html: "<i>x</i>" } }

/** The order of attributes says nothing. */
function html(node: ReactNode) {
  return renderToStaticMarkup(node).replaceAll(/ [^ =>]+="[^"]*"(?: [^ =>]+="[^"]*")+/g, (all) => all.match(/ [^ =>]+="[^"]*"/g)?.toSorted().join("") ?? "")
}

const nodes: [string, ReactNode][] = [
  ["tags, texts and fragments", <table key="t"><tbody>{row}</tbody></table>],
  ["texts of several pieces", <p key="p">第 {3} 页，{"共"} <b> x </b>{" "}{[" ", "y"]}</p>],
  ["truth and falsehood", <div key="d" hidden aria-hidden={false} aria-current="page" data-open={true} draggable={false} inert={false}><details open><summary><b>x</b></summary></details><button disabled tabIndex={-1}><i>y</i></button></div>],
  ["fields and lists", <form key="o" action="/there" method="get"><select name="s" defaultValue="b"><option value="a">a</option><option value="b">b</option></select><textarea name="t" defaultValue={"\n<x>"} /><ol start={3}><li value={4}>x</li></ol><hr /></form>],
  ["addresses", <p key="h"><a href="https://keypoint.example/?a=1&b=2">a</a><a href="mailto:a@keypoint.example">b</a><a href="#there">c</a></p>],
  ["the title of the document", <header key="e"><title>{"3.1 <x> & 'y'"}</title><h1>x</h1></header>],
  ["styles, drawings and ready HTML", <div key="s" style={{ width: 3 }}><p {...ready} /><svg viewBox="0 0 1 1" strokeWidth={2}><g><path d="M0 0" /></g></svg></div>],
  ["a component of the browser and what it is given", <section key="c"><Counter label={<Name>数</Name>} times={{ of: [1, 2] }}>{[<i key="1">x</i>, "y"]}</Counter>z<Counter /></section>],
  ["a handler, which no plain tag bears", <form key="f"><button onClick={() => {}}><b>x</b></button>y</form>],
  ["what may come late", <Suspense key="l" fallback="…"><Name>x</Name></Suspense>],
  ["a component that only React can call", <div key="u"><Inner /><p>x</p></div>],
]

function Inner() {
  return <em>{useState("state")[0]}</em>
}

test.each(nodes)("%s are drawn as React draws them", (_, node) => {
  expect(html(drawn(node))).toBe(html(node))
})

test("plain data are data, and one drawing in another is drawn with it", () => {
  const { sheet, beside } = plainOf(<Counter><Drawn><p>y<Name>z</Name></p></Drawn><p><a href="/1" lang="en">1</a><a href="/2" lang="en">2</a></p></Counter>)
  expect(sheet.shapes).toEqual([["p", {}], ["span", { lang: "zh-CN" }], ["a", { lang: "en" }]])
  expect(sheet.plain).toEqual([{ kind: 0, key: "", inside: [[0, 0, "y", [1, 0, "z"]], [0, 0, [2, { href: "/1" }, "1"], [2, { href: "/2" }, "2"]]] }])
  expect(beside).toEqual({ kinds: [Counter] })
  expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
})

test("what holds something keeps its place, whatever comes or goes before it", () => {
  const field = <input name="reason" />
  const rows = (ids: string[]) => ids.map((id) => <li key={id}><Counter label={id} /></li>)
  const page = (notice: boolean, ids: string[]) => plainOf(<section>{notice && <p>done</p>}<ul>{rows(ids)}</ul><>{field}{notice && "x"}</></section>)
  const keys = (node: unknown): string[] => (node instanceof Array ? node.flatMap(keys) : typeof node !== "object" || node === null ? [] : Object.entries(node).flatMap(([name, value]) => (name === "key" ? [`${value}`] : keys(value))))
  const before = keys(page(false, ["a", "b"]).sheet.plain)
  expect(new Set(before)).toEqual(new Set(["", ",1", ",.a", ",.b", ",2,0"]))
  expect(keys(page(true, ["a", "b"]).sheet.plain)).toEqual(before)
  expect(keys(page(true, ["b"]).sheet.plain)).toEqual(before.toSpliced(before.indexOf(",.a"), 2))
})

test("the words of a title are read through its components", () => {
  expect(wordsOf(["3.1.5.2", " ", <Name key="name">{"往来 <余额>"}</Name>, false, <Counter key="counter">x</Counter>])).toBe("3.1.5.2 往来 <余额>")
})
