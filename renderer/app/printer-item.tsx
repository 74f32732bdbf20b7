import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#renderer/connection/connection.ts';
import type { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { BarReason } from './bar-reason.tsx';

type PrintStatus = Awaited<ReturnType<typeof client.printing.status>>;
type SetPrinter = PrintStatus['printers'][number];

/** The printer that matters most now: one that is not ready, else the one for receipts. Its reason names them all. */
export function PrinterItem() {
  const words = useWords().printing;
  const status = useQuery(api.printing.status.queryOptions({ input: {} })).data;
  if (status === undefined) return null;
  const printer = foremost(status.printers);
  const isTrouble = printer?.standing.state === 'not-ready';
  return (
    <BarReason
      text={printer === undefined ? words.bar.none : barText(printer, words)}
      title={words.bar.title}
      tone={isTrouble ? 'amber' : undefined}
    >
      {status.printers.length === 0 ? <p>{words.bar.noneWords}</p> : null}
      {status.printers.map((one) => (
        <PrinterReason key={one.id} printer={one} />
      ))}
      {status.waiting === 0 ? null : <p>{words.bar.waiting(status.waiting)}</p>}
      <p>
        <Link to="/printing">{words.bar.jobs}</Link>
      </p>
    </BarReason>
  );
}

function foremost(printers: readonly SetPrinter[]): SetPrinter | undefined {
  return (
    printers.find(({ standing }) => standing.state === 'not-ready') ?? printers.find(({ uses }) => uses.includes('receipt')) ?? printers[0]
  );
}

function barText({ name, standing }: SetPrinter, { bar, short }: ReturnType<typeof useWords>['printing']): string {
  if (standing.problem !== null) return bar.notReady(name, short[standing.problem]);
  return standing.state === 'ready' ? bar.ready(name) : bar.unknown(name);
}

function PrinterReason({ printer: { name, uses, standing } }: { readonly printer: SetPrinter }) {
  const words = useWords().printing;
  const { bar } = words;
  const how = standing.problem !== null ? words.problem[standing.problem] : standing.state === 'ready' ? bar.noProblem : bar.notLookedAt;
  return (
    <p>
      <strong>{name}</strong>. {how} {standing.words === '' ? '' : `${words.saidBy(standing.words)}.`}{' '}
      {bar.goesTo(uses.map((use) => words.use[use].toLowerCase()).join(', '))}
    </p>
  );
}
