import type { PermissionCheckHandlerHandlerDetails, Session, WebContents } from 'electron';
import { isPageUrl } from './page-scheme.ts';

type RequestDetails = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[3];

/** Where papers are held before the camera; the page's own address tells which screen is open. */
const checkScreen = '#/check';

/** The camera and no microphone, for the page itself while "Check a paper" is open: the only permission this program ever gives. */
export function mayAskForCamera(contents: WebContents | null, permission: string, details: RequestDetails): boolean {
  if (permission !== 'media' || !('mediaTypes' in details)) return false;
  const isVideoOnly = details.mediaTypes?.length === 1 && details.mediaTypes[0] === 'video';
  return isVideoOnly && details.isMainFrame && isPageUrl(details.requestingUrl) && isCheckScreen(contents);
}

/** The same, looked up before it is asked for. */
export function maySeeCamera(contents: WebContents | null, permission: string, details: PermissionCheckHandlerHandlerDetails): boolean {
  const isPage = details.isMainFrame && isPageUrl(details.securityOrigin ?? '');
  return permission === 'media' && details.mediaType === 'video' && isPage && isCheckScreen(contents);
}

function isCheckScreen(contents: WebContents | null): boolean {
  const address = contents?.getURL() ?? '';
  return isPageUrl(address) && URL.parse(address)?.hash === checkScreen;
}
