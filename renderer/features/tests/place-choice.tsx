import { NativeSelect } from '@mantine/core';
import type { SeatPlace } from '#shared/domain/seat-lease.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import type { Tested } from './tested.ts';
import classes from './tests-page.module.css';

type Where = Pick<SeatPlace, 'centre' | 'class'>;

interface PlaceChoiceProps {
  readonly tested: readonly Tested[];
  readonly chosen: Tested;
  readonly onChoose: (where: Where) => void;
}

/** Which class and centre the calendar shows, and whether seats of them are kept at hand here. */
export function PlaceChoice({ tested, chosen, onChoose }: PlaceChoiceProps) {
  const { place: words, calendar } = useWords().tests;
  const mayKeep = useHasRole('clerk', 'supervisor');
  const keep = useAct(client.tests.keepSeats);
  const { centre, class: of, isKept } = chosen;
  const atCentres = tested.filter((one) => one.class === of);
  // Another class is tested at the same centre where it can be.
  const chooseClass = (wanted: string) => {
    const there = tested.filter((one) => one.class === wanted);
    const next = there.find((one) => one.centre === centre) ?? there[0];
    if (next) onChoose(next);
  };
  return (
    <div className={classes['tools']}>
      <NativeSelect
        size="sm"
        w={120}
        label={words.class}
        value={of}
        data={[...new Set(tested.map((one) => one.class))]}
        onChange={(event) => chooseClass(event.currentTarget.value)}
      />
      <NativeSelect
        size="sm"
        w={320}
        label={words.centre}
        value={centre}
        data={atCentres.map((one) => ({ value: one.centre, label: one.isKept ? calendar.keptCentre(one.name) : one.name }))}
        onChange={(event) => onChoose({ centre: event.currentTarget.value, class: of })}
      />
      <p className={classes['kept']}>{isKept ? calendar.kept : calendar.notKept}</p>
      {mayKeep ? (
        <ActionButton
          label={isKept ? calendar.giveBack : calendar.keep}
          keys="F7"
          tone={isKept ? 'quiet' : 'plain'}
          pending={keep.isPending}
          onAct={() => keep.mutate({ centre, class: of, keep: !isKept })}
        />
      ) : null}
      <FailureNote error={keep.error} />
    </div>
  );
}
