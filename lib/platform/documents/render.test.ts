import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { buildDeficiencyReport, buildStatement } from "@/tests/builders/documents";
import { renderPdf } from "./render";

const textOf = (pdf: Uint8Array, ...options: string[]) => execFileSync("pdftotext", [...options, "-", "-"], { input: pdf }).toString("utf8");
const flat = (text: string) => text.replace(/\s+/g, " ");

test("a statement carries its text, facts, hashes and signature in Chinese", async () => {
  const pdf = await renderPdf("statement", buildStatement("zh-CN"));
  const text = flat(textOf(pdf));
  for (const said of ["内控支持声明", "声-2026-003", "临江电厂", "没有受到任何形式的压力", "周启明", "第 1 页", "已电子签署", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    expect(text).toContain(said);
  expect(Buffer.from(pdf).toString("latin1")).toMatch(/pdfaid:part>2<.*pdfaid:conformance>B</s);
});

test.each([
  "#eval(\"1\") #panic()", "$x$ and $ y", "*a* _b_ `c`", "\"quoted\" 'single' “弯引号”", "back\\slash \\u{41}", "<label> @reference",
  "// comment /* more */", "= heading - list + enum", "http://keypoint.example/?a=1&b=2", "~ -- --- ...", "]) #set text(fill: red)",
])("a name is printed as it stands: %s", async (name) => {
  const signature = { person: name, role: name, time: "2026" };
  const text = textOf(await renderPdf("statement", buildStatement("en", { title: name, declarations: [name], signature, facts: [{ label: name, value: name }] })));
  expect(flat(text).split(flat(name)).length - 1, text).toBeGreaterThanOrEqual(5);
});

test("a character that the font lacks, or that turns the reading direction, is printed as its code point", async () => {
  const text = textOf(await renderPdf("statement", buildStatement("zh-CN", { exceptions: ["张😀三\u202Egnp.exe", "臺灣電廠與內部控制"] })));
  expect(text).toContain("张〔U+1F600〕三〔U+202E〕gnp.exe");
  expect(text).toContain("臺灣電廠與內部控制");
});

test("forty rows run over pages, each with the table's head and its page number", async () => {
  const pdf = await renderPdf("deficiency-report", buildDeficiencyReport("zh-CN", 40));
  const pages = textOf(pdf, "-layout").split("\f").filter((page) => page.trim());
  const withRows = pages.filter((page) => /缺-2026-\d+\s+3\.1\./.test(page));
  expect(withRows.length).toBeGreaterThan(1);
  for (const page of withRows) expect(page).toMatch(/编号\s+控制点\s+发现\s+等级\s+期限/);
  pages.forEach((page, index) => expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`));
  expect(pages.join("")).toContain("缺-2026-040");
});

test("the same data gives the same bytes, and other data other bytes", async () => {
  const [first, second, other] = await Promise.all([
    renderPdf("statement", buildStatement("en")),
    renderPdf("statement", buildStatement("en")),
    renderPdf("statement", buildStatement("en", { number: "S-2026-004" })),
  ]);
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.compare(first, other)).not.toBe(0);
});

test("data that does not fit the template is refused before anything is typeset", async () => {
  const report = buildDeficiencyReport("en", 8);
  const crooked = { ...report, summary: { ...report.summary, rows: [["one cell"]] } };
  await expect(renderPdf("deficiency-report", crooked)).rejects.toThrow("each row has one cell per column");
});

test("typesetting leaves the calling thread free", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  await renderPdf("deficiency-report", buildDeficiencyReport("en", 400));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(3);
});
