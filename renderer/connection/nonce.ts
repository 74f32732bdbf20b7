import { setNonce } from 'get-nonce';
import * as z from 'zod';

/** This page's nonce: styles made while it runs need it (`MantineProvider getStyleNonce`). */
export function pageNonce(): string {
  return document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '';
}

/** Keeps libraries within the page's policy: scroll locks put the nonce on their styles, and zod does not try `eval`. Call it first. */
export function obeyPolicy(): void {
  setNonce(pageNonce());
  z.config({ jitless: true });
}
