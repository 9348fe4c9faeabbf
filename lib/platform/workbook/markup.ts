import { SaxesParser } from "saxes";
import { WorkbookRefusal } from "./problem";

export type Attributes = Readonly<Record<string, string>>;
/** Called with an element's local name, whatever its prefix, and the names of those around it, the nearest last. */
export type MarkupHandlers = {
  open?: (name: string, attributes: Attributes, around: readonly string[]) => void;
  close?: (name: string, around: readonly string[]) => void;
  text?: (text: string, around: readonly string[]) => void;
};

const deepest = 64;

/** Streams one XML part in UTF-8. Document types are refused, so that there are no entities to expand. */
export async function readMarkup(chunks: AsyncIterable<Buffer>, handlers: MarkupHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const around: string[] = [];
  const text = (value: string) => handlers.text?.(value, around);
  parser.on("error", () => {
    throw new WorkbookRefusal({ code: "damaged" });
  });
  parser.on("doctype", () => {
    throw new WorkbookRefusal({ code: "forbidden-markup" });
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (around.length >= deepest) throw new WorkbookRefusal({ code: "forbidden-markup" });
    handlers.open?.(name, tag.attributes, around);
    around.push(name);
  });
  parser.on("closetag", () => {
    const name = around.pop();
    if (name !== undefined) handlers.close?.(name, around);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) parser.write(decode(decoder, chunk));
  parser.write(decode(decoder));
  parser.close();
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new WorkbookRefusal({ code: "damaged" });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
