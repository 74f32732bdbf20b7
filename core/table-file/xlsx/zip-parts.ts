import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { ReadOrder } from '../source.ts';
import { TroubleFound } from '../trouble.ts';

type ZipOrder = Pick<ReadOrder, 'bytes' | 'limits'>;

/** The parts of a workbook by name. Nothing is written anywhere, and each part unpacks only as far as it is read. */
export class ZipParts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #order: ZipOrder;
  #unpackedBytes = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, order: ZipOrder) {
    this.#zip = zip;
    this.#entries = entries;
    this.#order = order;
  }

  static async open(order: ZipOrder): Promise<ZipParts> {
    const { parts: limit } = order.limits;
    const zip = await fromBufferPromise(order.bytes, { lazyEntries: true }).catch(refuseZip);
    if (zip.entryCount > limit) throw new TroubleFound({ code: 'too-many-parts', limit });
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entries.has(name)) throw new TroubleFound({ code: 'damaged', detail: entry.fileName });
        entries.set(name, entry);
      }
    } catch (error) {
      refuseZip(error);
    }
    return new ZipParts(zip, entries, order);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Bytes of a part once unpacked, as the file says; reading fails where it lied. */
  sizeOf(name: string): number {
    return this.#entries.get(name.toLowerCase())?.uncompressedSize ?? 0;
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw new TroubleFound({ code: 'damaged', detail: name });
    this.#refuseBomb(entry);
    let sum = 0;
    try {
      for await (const chunk of (await this.#zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        this.#count(chunk.length);
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof TroubleFound) throw error;
      throw new TroubleFound({ code: 'damaged', detail: name });
    }
    if (sum !== entry.crc32) throw new TroubleFound({ code: 'damaged', detail: name });
  }

  #refuseBomb(entry: Entry): void {
    if (entry.isEncrypted()) throw new TroubleFound({ code: 'encrypted' });
    const { unpackedBytes, packRatio, smallPartBytes } = this.#order.limits;
    const { compressedSize, uncompressedSize } = entry;
    const isBomb = uncompressedSize > smallPartBytes && uncompressedSize > compressedSize * packRatio;
    if (isBomb || uncompressedSize > unpackedBytes) throw this.#tooLarge();
  }

  #count(bytes: number): void {
    this.#unpackedBytes += bytes;
    if (this.#unpackedBytes > this.#order.limits.unpackedBytes) throw this.#tooLarge();
  }

  #tooLarge(): TroubleFound {
    return new TroubleFound({ code: 'unpacks-too-large', limit: this.#order.limits.unpackedBytes });
  }
}

/** The library says it in words only; those of unsafe names and of encryption are told apart, everything else is damage. */
function refuseZip(error: unknown): never {
  if (error instanceof TroubleFound) throw error;
  const words = error instanceof Error ? error.message : '';
  if (/absolute path|invalid relative path|invalid characters in fileName/u.test(words)) throw new TroubleFound({ code: 'unsafe-name' });
  throw new TroubleFound({ code: words.includes('encryption') ? 'encrypted' : 'damaged' });
}
