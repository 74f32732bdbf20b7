import { app, session, type Session, type WebContents } from 'electron';
import type { LogLine } from '#core/host.ts';
import { mayAskForCamera, maySeeCamera } from './camera.ts';
import { isPageUrl } from './page-scheme.ts';

/** Everything a page could reach out with, closed: the counter's page needs its own files and its one line (rules 1, 5, 11 to 14). */
export function lockDown(log: (line: LogLine) => void): void {
  refusePermissions(session.defaultSession);
  refuseNetwork(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => keepOnPage(contents, log));
}

function refusePermissions(pageSession: Session): void {
  pageSession.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(mayAskForCamera(contents, permission, details)),
  );
  pageSession.setPermissionCheckHandler((contents, permission, _origin, details) => maySeeCamera(contents, permission, details));
  pageSession.setDevicePermissionHandler(() => false);
}

/** The page's policy already forbids these; a page that got around it still reaches nothing. The hub is spoken to by the core, not here. */
function refuseNetwork(pageSession: Session): void {
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];
  pageSession.webRequest.onBeforeRequest({ urls }, (_details, answer) => answer({ cancel: true }));
}

function keepOnPage(contents: WebContents, log: (line: LogLine) => void): void {
  const refuse = (event: { readonly url: string; preventDefault(): void }) => {
    if (isPageUrl(event.url)) return;
    event.preventDefault();
    log({ level: 'warning', event: 'window.navigation-refused' });
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
