import { renderToStaticMarkup } from "react-dom/server"
import { createElement, type ReactNode } from "react"
import { expect, test } from "vitest"
import { Link } from "./link"
import { plainOf, wordsOf } from "./plain"
import { PlainRows } from "./plain-rows"

const Name = ({ children }: { children: ReactNode }) => <span lang="zh-CN">{children}</span>
const row = (
  <tr key="one">
    <th scope="row" className="whitespace-nowrap"><Link href="/handbook/points/1?edition=2" className="font-medium"><Name>{"<b> & \"收入\""}</Name></Link></th>
    <td data-label="数" colSpan={2}>{[3, " ", null, false, undefined, ""]}<>核对<br /></></td>
    <td><label><input type="checkbox" name="ids" value="1" disabled={false} aria-label="选择" /></label></td>
  </tr>
)

test("rows are drawn as their components would draw them, texts escaped", () => {
  const rows = plainOf([row])
  const drawn = renderToStaticMarkup(<table><PlainRows rows={rows ?? []} /></table>)
  expect(drawn).toBe(renderToStaticMarkup(<table><tbody>{row}</tbody></table>))
  expect(drawn).toContain('<span lang="zh-CN">&lt;b&gt; &amp; &quot;收入&quot;</span>')
  expect(rows).toEqual(JSON.parse(JSON.stringify(rows)))
})

test("what needs the browser, or waits, is left to its components", () => {
  const Client = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") })
  const Late = async () => "later"
  const cells: ReactNode[] = [
    <Client key="client" />, createElement(Late), <button key="handler" onClick={() => {}}>x</button>, <form key="action" action={() => {}} />, <p key="style" style={{ width: 1 }} />,
  ]
  for (const cell of cells) expect(plainOf(<td>{cell}</td>)).toBeNull()
  expect(plainOf([row, <tr key="two"><td><Client /></td></tr>])).toBeNull()
})

test("the words of a title are read through its components", () => {
  expect(wordsOf(["3.1.5.2", " ", <Name key="name">{"往来 <余额>"}</Name>, false])).toBe("3.1.5.2 往来 <余额>")
})
