// Runs in a worker thread, from this source by Node's own type stripping: import only what needs no bundler.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { glyphsOf } from "./glyphs.ts";

type Order = { id: number; template: string; data: string; createdAt: number };

const root: string = workerData.root;
const weights = ["400Regular/NotoSerifSC_400Regular.ttf", "600SemiBold/NotoSerifSC_600SemiBold.ttf"];
const fonts = weights.map((weight) => readFileSync(join(workerData.fonts, "node_modules/@expo-google-fonts/noto-serif-sc", weight)));
const drawable = glyphsOf(fonts[0] ?? Buffer.alloc(0));
const compiler = NodeCompiler.create({ workspace: join(root, "templates"), fontArgs: [{ fontBlobs: fonts }] });

/** A missing glyph is an error in PDF/A, and a direction mark could make a name read as another: both print as code points. */
function printable(text: string): string {
  return text.replace(/[^\n -~]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const direction = (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return drawable(code) && !direction ? character : `〔U+${code.toString(16).toUpperCase().padStart(4, "0")}〕`;
  });
}

function compile(order: Order): Uint8Array {
  const data = JSON.stringify(JSON.parse(order.data, (_, value) => (typeof value === "string" ? printable(value) : value)));
  const result = compiler.compile({ mainFilePath: join(root, "templates", `${order.template}.typ`), inputs: { data } });
  const document = result.result;
  if (!document) throw new Error(describe(result.takeDiagnostics()));
  const pdf = compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: order.createdAt });
  compiler.evictCache(10);
  return new Uint8Array(pdf);
}

function describe(problem: { shortDiagnostics: unknown[] } | null): string {
  return `The document could not be typeset: ${JSON.stringify(problem?.shortDiagnostics ?? [])}`;
}

parentPort?.on("message", (order: Order) => {
  try {
    parentPort?.postMessage({ id: order.id, pdf: compile(order) });
  } catch (error) {
    parentPort?.postMessage({ id: order.id, error: error instanceof Error ? error.message : String(error) });
  }
});
