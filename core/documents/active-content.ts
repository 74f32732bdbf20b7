import { inflateSync } from 'node:zlib';
import type { ActiveContent } from '#shared/domain/scan.ts';

/** Object streams hold dictionaries, a few kB in a scan; one that unpacks to more than this is a bomb. */
const MAX_OBJECT_STREAM_BYTES = 16_000_000;

/**
 * The name that every form of the content must carry somewhere. All are long enough that compressed pixels do not spell one by
 * chance, so the whole file is searched and nothing can hide behind a false stream border.
 */
const NAMES: Readonly<Record<ActiveContent, readonly string[]>> = {
  javascript: ['JavaScript'],
  launch: ['Launch'],
  'embedded-file': ['EmbeddedFiles', 'EmbeddedFile', 'FileAttachment'],
};

/**
 * What a PDF could do by itself once opened. Reads the bytes rather than the object tree, because a viewer's library follows only the
 * actions it supports, and the next viewer may support more. Throws where an object stream cannot be unpacked.
 */
export function activeContentOf(file: Buffer): readonly ActiveContent[] {
  const plain = file.toString('latin1');
  const texts = [plain, ...objectStreams(file, plain)];
  const kinds = Object.keys(NAMES) as ActiveContent[];
  return kinds.filter((kind) => NAMES[kind].some((name) => texts.some((text) => pdfName(name).test(text))));
}

/** Objects packed into a compressed stream are not visible in the file's own bytes. */
function* objectStreams(file: Buffer, plain: string): Generator<string> {
  for (const { index } of plain.matchAll(pdfName('ObjStm', 'g'))) {
    const body = /stream\r?\n/g;
    body.lastIndex = index;
    if (body.exec(plain) === null) continue;
    yield inflateSync(file.subarray(body.lastIndex), { maxOutputLength: MAX_OBJECT_STREAM_BYTES }).toString('latin1');
  }
}

/** Matches a PDF name in all its spellings: any character may be written as # and two hex digits (ISO 32000-1, 7.3.5). */
function pdfName(name: string, flags = ''): RegExp {
  const spelled = [...name].map((char) => `(?:${char}|#${hexAnyCase(char)})`).join('');
  return new RegExp(`/${spelled}(?![A-Za-z0-9#])`, flags);
}

function hexAnyCase(char: string): string {
  const hex = char.charCodeAt(0).toString(16);
  return [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('');
}
