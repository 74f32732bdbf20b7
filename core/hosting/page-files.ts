import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { newNonce, pagePolicy, safeHeaders } from './page-policy.ts';

/** An answer to a request for the page or one of its files; each host puts it in its own kind of response. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const notFound: PageAnswer = { status: 404, headers: { ...safeHeaders, 'Cache-Control': 'no-store' }, body: '' };

/** `urlPath` is the path of a request as it came, still percent-encoded; `/` is the page itself. */
export async function answerPageRequest(root: string, urlPath: string): Promise<PageAnswer> {
  const file = fileInside(root, urlPath === '/' ? '/index.html' : urlPath);
  const contentType = file === undefined ? undefined : contentTypes[path.extname(file)];
  if (file === undefined || contentType === undefined) return notFound;
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return notFound;
  return path.extname(file) === '.html' ? htmlAnswer(bytes.toString('utf8'), contentType) : fileAnswer(bytes, contentType);
}

function htmlAnswer(html: string, contentType: string): PageAnswer {
  const nonce = newNonce();
  return {
    status: 200,
    headers: { ...safeHeaders, 'Content-Type': contentType, 'Content-Security-Policy': pagePolicy(nonce), 'Cache-Control': 'no-store' },
    body: html.replaceAll('__CSP_NONCE__', nonce),
  };
}

/** Names of built files hold a hash of what is in them, so they may be kept for a year. */
function fileAnswer(body: Buffer, contentType: string): PageAnswer {
  return {
    status: 200,
    headers: { ...safeHeaders, 'Content-Type': contentType, 'Cache-Control': 'private, max-age=31536000, immutable' },
    body,
  };
}

/** `path.relative` and not a comparison of beginnings: `renderer-evil` begins with `renderer` (RELIABILITY §1.1 rule 18). */
function fileInside(root: string, urlPath: string): string | undefined {
  const decoded = decodedPath(urlPath);
  if (decoded === undefined || /[\0\\:]/.test(decoded)) return undefined;
  const file = path.resolve(root, `.${decoded}`);
  const relative = path.relative(root, file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? undefined : file;
}

function decodedPath(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
}
