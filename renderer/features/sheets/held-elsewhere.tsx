import type * as z from 'zod';
import type { sheets } from '#shared/contract/sheets.ts';
import type { PackKind } from '#shared/domain/sheet.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './sheets-page.module.css';

type Pack = z.infer<typeof sheets.stock.output>['ranges'][number];

/** The first pack of which sheets lie here that the hub knows as another PC's; the next shows once this one is dealt with. */
export function FirstHeldElsewhere({ kind, packs }: { readonly kind: PackKind; readonly packs: readonly Pack[] }) {
  const pack = packs.find(({ standing, left }) => standing === 'elsewhere' && left > 0);
  return pack ? <HeldElsewhere kind={kind} pack={pack} /> : null;
}

/** Who has it, and the way out of the stock here. */
function HeldElsewhere({ kind, pack }: { readonly kind: PackKind; readonly pack: Pack }) {
  const { sheets: words, platePacks } = useWords();
  const own = kind === 'plate' ? platePacks : words;
  const isSupervisor = useHasRole('supervisor');
  const takeOut = useAct(client.sheets.takeOut, ({ count }) => tell(own.takenOut(count)));
  const holder = pack.holder ? words.holder(pack.holder.office, pack.holder.device) : words.otherPc;
  return (
    <Note tone="red" title={own.elsewhereTitle(pack.from, pack.to)}>
      <p className={classes['elsewhere']}>{own.elsewhere(holder, pack.left)}</p>
      {isSupervisor ? (
        <ActionButton label={words.takeOut} keys="o" pending={takeOut.isPending} onAct={() => takeOut.mutate({ rangeId: pack.id })} />
      ) : null}
      <ActFailure error={takeOut.error} />
    </Note>
  );
}
