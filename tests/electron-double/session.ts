import type { Protocol, Session } from 'electron';
import { onDrive, recorded } from './drive.ts';

type PageSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
};
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];
type RequestListener = (details: object, answer: (response: { readonly cancel?: boolean }) => void) => void;

const handlers: { request: RequestHandler; check: CheckHandler; device: DeviceHandler } = { request: null, check: null, device: null };
let network: { readonly urls: readonly string[]; readonly listener: RequestListener } | undefined;

const webRequest = recorded('session.webRequest', {
  onBeforeRequest: (filter: unknown, listener?: unknown) => {
    network = { urls: (filter as { readonly urls: readonly string[] }).urls, listener: listener as RequestListener };
  },
});

const defaultSession: PageSession = recorded('session', {
  webRequest,
  setPermissionRequestHandler: (handler: RequestHandler) => void (handlers.request = handler),
  setPermissionCheckHandler: (handler: CheckHandler) => void (handlers.check = handler),
  setDevicePermissionHandler: (handler: DeviceHandler) => void (handlers.device = handler),
});

export const session = { defaultSession };

/** Electron grants what has no handler. */
onDrive('ask-permission', async (permission: string) => ({
  request:
    handlers.request === null ||
    (await new Promise((answer) => handlers.request?.(null as never, permission as never, answer, {} as never))),
  check: handlers.check?.(null, permission as never, '', {} as never) ?? true,
  device: handlers.device?.({} as never) ?? true,
}));

interface MediaAsk {
  readonly at: string;
  readonly mediaTypes: ('video' | 'audio')[];
  readonly isMainFrame: boolean;
  readonly from: string;
}

/** The page at an address asks for a camera or a microphone. */
onDrive('ask-media', async ({ at, mediaTypes, isMainFrame, from }: MediaAsk) => {
  const contents = { getURL: () => at } as never;
  const details = { mediaTypes, isMainFrame, requestingUrl: from };
  const checked = mediaTypes.map((mediaType) => ({ mediaType, isMainFrame, requestingUrl: from, securityOrigin: from }));
  return {
    request: await new Promise((answer) => handlers.request?.(contents, 'media', answer, details)),
    check: checked.every((one) => handlers.check?.(contents, 'media', from, one) ?? true),
  };
});

/** Whether a request for the address would leave the page, judged by the filter and listener the program gave. */
export async function isCancelled(url: string): Promise<boolean> {
  const scheme = url.slice(0, url.indexOf(':'));
  if (network === undefined || !network.urls.some((pattern) => pattern.startsWith(`${scheme}:`))) return false;
  const { listener } = network;
  const answer = await new Promise<{ readonly cancel?: boolean }>((settle) => listener({ url }, settle));
  return answer.cancel === true;
}

onDrive('request', isCancelled);

type SchemeHandler = Parameters<Protocol['handle']>[1];
const schemes = new Map<string, SchemeHandler>();

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> = recorded('protocol', {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: SchemeHandler) => void schemes.set(scheme, handler),
});

export async function answerOfScheme(url: string, method: string): Promise<Response> {
  const handler = schemes.get(url.slice(0, url.indexOf(':')));
  if (handler === undefined) throw new Error(`Nobody handles ${url}`);
  return handler(new Request(url, { method }) as Parameters<SchemeHandler>[0]);
}

onDrive('fetch', async (url: string) => {
  const answer = await answerOfScheme(url, 'GET');
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), body: await answer.text() };
});
