import path from 'node:path';
import { protocol } from 'electron';
import { answerPageRequest } from '#core/hosting/page-files.ts';
import { safeHeaders } from '#core/hosting/page-policy.ts';

/** The page's own origin. Not `file://`, whose pages may read other files (rule 18). */
export const PAGE_ORIGIN = 'kaunta://app';

const pageRoot = path.join(import.meta.dirname, '../renderer');

/** Must run before the app is ready: then the scheme has an origin, counts as secure and may be fetched from. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'kaunta', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

export function servePage(): void {
  protocol.handle('kaunta', async (request) => {
    const url = new URL(request.url);
    if (!isPageUrl(request.url) || request.method !== 'GET') return new Response(null, { status: 404, headers: safeHeaders });
    const { status, headers, body } = await answerPageRequest(pageRoot, url.pathname);
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
  });
}

/** Whether an address is of the page itself, by its parsed parts and not by how it begins. */
export function isPageUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'kaunta:' && url.host === 'app';
}
