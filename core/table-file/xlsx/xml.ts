import sax, { type SAXParser, type Tag } from 'sax';
import { TroubleFound } from '../trouble.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part wants to know; names come without their prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

export interface XmlPart {
  /** Named in a fault. */
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** Office nests a dozen deep. */
const deepest = 64;

/**
 * Runs through a part chunk by chunk, and yields after each, so that what the handler gathered can be passed on. The parser knows no entity
 * of a file's own and fetches nothing; a document type, which only an attack has, is refused.
 */
export async function* walkXml({ name, bytes }: XmlPart, handler: XmlHandler): AsyncGenerator<void> {
  const parser = handledParser(name, handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const damaged = (): TroubleFound => new TroubleFound({ code: 'damaged', detail: name });
  const feed = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      throw error instanceof TroubleFound ? error : damaged();
    }
  };
  for await (const chunk of bytes) {
    feed(() => parser.write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  feed(() => parser.write(decoder.decode()).close());
  yield;
}

/** The same for a part that is small or read for its sum only. */
export async function readXml(part: XmlPart, handler: XmlHandler): Promise<void> {
  const walk = walkXml(part, handler);
  while ((await walk.next()).done !== true);
}

function handledParser(part: string, handler: XmlHandler): SAXParser {
  const parser = sax.parser(true);
  let depth = 0;
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = () => {
    throw new TroubleFound({ code: 'doctype', detail: part });
  };
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > deepest) throw new TroubleFound({ code: 'damaged', detail: part });
    handler.open?.(localName(tag.name), (tag as Tag).attributes);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    handler.close?.(localName(name));
  };
  if (handler.text !== undefined) {
    parser.ontext = handler.text;
    parser.oncdata = handler.text;
  }
  return parser;
}

function localName(name: string): string {
  return name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;
}
