import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { z } from "zod";
import { type DocumentData, documentSchemas, type Template } from "./schema";

const folder = ["lib", "platform", "documents"];
const limitMs = 60_000;

const replySchema = z.union([
  z.object({ id: z.number(), pdf: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), error: z.string() }),
]);

type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void };
let compiler: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let lastId = 0;

/**
 * Typesets a document as PDF/A-2b, in a thread of its own (the compiler blocks). Data reaches the template as JSON
 * only, never as source, so that markup in a name is printed as it stands; a character that the font lacks is printed as
 * 〔U+…〕. Throws on data that does not fit the template's schema, on a template's error, and after 60 seconds.
 */
export async function renderPdf<T extends Template>(template: T, data: DocumentData<T>): Promise<Uint8Array> {
  const checked = documentSchemas[template].parse(data);
  const { worker, waiting } = (compiler ??= startCompiler());
  const id = ++lastId;
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => abandon(worker, waiting, new Error("The document took longer than 60 seconds")), limitMs);
    waiting.set(id, {
      resolve: (pdf) => (clearTimeout(timer), resolve(pdf)),
      reject: (error) => (clearTimeout(timer), reject(error)),
    });
    worker.ref();
    worker.postMessage({ id, template, data: JSON.stringify(checked), createdAt: Math.floor(checked.issuedAt.getTime() / 1000) });
  });
}

function startCompiler() {
  const waiting = new Map<number, Waiting>();
  // The thread runs from its source. Bundlers rewrite `new Worker` where they see it imported, to a module that is not there.
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  const root = join(/* turbopackIgnore: true */ process.cwd(), ...folder);
  const worker = new Thread(join(root, "compiler.ts"), { execArgv: [], workerData: { root, fonts: process.cwd() } });
  worker.on("message", (message) => {
    const reply = replySchema.parse(message);
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ("pdf" in reply) asked?.resolve(reply.pdf);
    else asked?.reject(new Error(reply.error));
  });
  worker.on("error", (error) => abandon(worker, waiting, error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => abandon(worker, waiting, new Error("The document compiler stopped")));
  return { worker, waiting };
}

function abandon(worker: Worker, waiting: Map<number, Waiting>, error: Error) {
  if (compiler?.worker === worker) compiler = undefined;
  for (const asked of waiting.values()) asked.reject(error);
  waiting.clear();
  void worker.terminate();
}
