import { newNonce, safeHeaders } from '#core/hosting/page-policy.ts';
import { door as english, type DoorText } from '#shared/text/en/door.ts';
import { door as swahili } from '#shared/text/sw/door.ts';

export type DoorPage = Exclude<keyof DoorText, 'language'>;

export interface DoorAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A page of plain words in both languages: nobody has chosen one yet. It loads nothing. */
export function doorPage(page: DoorPage): DoorAnswer {
  const nonce = newNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return {
    headers: { ...safeHeaders, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${english[page].title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem }
section + section { margin-top: 2.5rem; padding-top: 2.5rem; border-top: 1px solid #8884 }
</style>
</head>
<body>
${[english, swahili].map((words) => sectionOf(words, page)).join('\n')}
</body>
</html>
`,
  };
}

function sectionOf(words: DoorText, page: DoorPage): string {
  return `<section lang="${words.language}"><h1>${words[page].title}</h1><p>${words[page].body}</p></section>`;
}
