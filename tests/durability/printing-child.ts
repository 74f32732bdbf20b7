import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCore } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openDesk, type CoreClient } from '#tests/support/desk.ts';
import { testHost } from '#tests/support/test-host.ts';

/**
 * Two desks issue first copies of logbooks on numbered sheets, while a third looks at what came out: a third of it did not, and is printed
 * again on the next sheet. Each copy is said only once the core has said it: the test kills the program somewhere in between.
 */
globalThis.fetch = () => Promise.reject(new TypeError('the line is down'));

const [dataDir = '', clerkId = ''] = process.argv.slice(2);
const startedAt = Date.now();
const core = await startCore(testHost({ dataDir, now: () => mondayMorning + Date.now() - startedAt }));
const [first, second, third] = [seated(), seated(), seated()];
while ((await first.start.status({})).phase === 'opening') await sleep(1);

function seated(): CoreClient {
  const { client, seat } = openDesk(core);
  seat.sitDown(clerkId);
  return client;
}

const waiting = (await first.logbooks.list({ text: '' })).filter(({ copies }) => copies === 0).map(({ applicationId }) => applicationId);
await Promise.all([issueAll(first, 0), issueAll(second, 1), answerAll(third)]);

async function issueAll(client: CoreClient, desk: number): Promise<void> {
  for (const id of waiting.filter((_, index) => index % 2 === desk)) {
    const { copy, sheetSerial } = await act(client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale: 'en' });
    writeSync(1, `copy ${id} ${copy} ${sheetSerial ?? ''}\n`);
    await sleep(0);
  }
}

async function answerAll(client: CoreClient): Promise<void> {
  for (;;) {
    for (const { id: jobId, paper } of await client.printing.asking({})) {
      const cameOut = Number.parseInt(jobId.slice(-1), 16) > 4;
      await act(client.printing.answer, { jobId, cameOut, reason: cameOut ? null : 'jam' });
      writeSync(1, `answer ${jobId} ${cameOut ? 'done' : 'spoiled'}\n`);
      if (cameOut || paper.kind !== 'logbook-copy') continue;
      await act(client.logbooks.printAgain, { id: paper.id, copy: paper.copy, sheetSerial: null, locale: 'en' });
    }
    await sleep(1);
  }
}
