import { setNonce } from 'get-nonce';
import * as z from 'zod';

/*
 * Keeps libraries within the page's policy: scroll locks put the nonce on their styles, and zod does not try `eval`, which it otherwise
 * does when the first schema is made. Importing this file is enough; it must be the first import of the page.
 */

/** This page's nonce: styles made while it runs need it (`MantineProvider getStyleNonce`). */
export const pageNonce = document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '';

setNonce(pageNonce);
z.config({ jitless: true });
