import { randomBytes } from 'node:crypto';

/**
 * What the page may load: its own files and nothing else. Inline styles and scripts need this response's nonce; images may be made in the
 * page (scans, QR codes, PDF previews). Connections go to the host only.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** 128 random bits, as CSP asks for each response. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Headers of every answer of a host, whatever its status. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-Frame-Options': 'DENY',
  // The camera reads the codes of papers ("Check a paper"); whoever sits there is asked first.
  'Permissions-Policy': 'camera=(self), display-capture=(), geolocation=(), hid=(), microphone=(), payment=(), serial=(), usb=()',
};
