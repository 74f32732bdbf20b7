/** Headers that carry who asks, and the proof of it: every request after enrolment is signed by the device's Ed25519 key. */
export const deviceHeader = 'kaunta-device';
export const timeHeader = 'kaunta-time';
export const signatureHeader = 'kaunta-signature';

/** The text that is signed. `bodySha256` is the hex hash of the body as sent; `path` has no host. */
export function signedRequestText(request: {
  readonly method: string;
  readonly path: string;
  readonly time: string;
  readonly bodySha256: string;
}): string {
  return `${request.method}\n${request.path}\n${request.time}\n${request.bodySha256}`;
}

/** Paths of the hub; scans go to `${hubPaths.scans}/<sha256>` by PUT and GET. */
export const hubPaths = {
  enrol: '/v1/enrol',
  push: '/v1/push',
  pull: '/v1/pull',
  lookUp: '/v1/look-up',
  lookUpDriver: '/v1/look-up-driver',
  codes: '/v1/codes',
  scans: '/v1/scans',
  escrow: '/v1/escrow',
  post: '/v1/post',
  leave: '/v1/leave',
  metrics: '/metrics',
  health: '/health',
} as const;
