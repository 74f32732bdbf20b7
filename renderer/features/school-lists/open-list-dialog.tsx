import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, dayOf } from '#shared/base/instant.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { Tested } from '#renderer/features/tests/tested.ts';
import { useNow } from '#renderer/ui/clock.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { weekdayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';

interface OpenListDialogProps {
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

/** As far ahead as the calendar goes. */
const daysAhead = 60;

/** Who brings a list, and the one session that all of its candidates are tested in. */
export function OpenListDialog({ onDone, onClose }: OpenListDialogProps) {
  const { schoolLists } = useWords();
  const words = schoolLists.open;
  const [school, setSchool] = useState('');
  const [contactName, setContactName] = useState('');
  const [contactPhone, setContactPhone] = useState('');
  const place = usePlaceChoice();
  const open = useAct(client.schoolLists.open, ({ id }) => onDone(id));
  const send = () => {
    const { chosen } = place;
    if (chosen !== undefined) open.mutate({ school, contactName, contactPhone, ...chosen });
  };
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.submit} size={640} pending={open.isPending} onSubmit={send} onClose={onClose}>
      <p>{words.hint}</p>
      <TextInput
        label={words.school}
        value={school}
        required
        maxLength={200}
        data-autofocus
        onChange={(event) => setSchool(event.currentTarget.value)}
      />
      <TextInput
        label={words.contactName}
        description={words.contactHint}
        value={contactName}
        required
        maxLength={200}
        onChange={(event) => setContactName(event.currentTarget.value)}
      />
      <TextInput
        label={words.contactPhone}
        value={contactPhone}
        required
        maxLength={40}
        onChange={(event) => setContactPhone(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.class}
        value={place.of}
        data={[...place.classes]}
        onChange={(event) => place.chooseClass(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.centre}
        value={place.centre}
        data={place.centres.map((one) => ({ value: one.centre, label: one.name }))}
        onChange={(event) => place.chooseCentre(event.currentTarget.value)}
      />
      {place.sessions?.length === 0 ? (
        <Note tone="amber">{words.none}</Note>
      ) : (
        <NativeSelect
          label={words.session}
          value={place.session}
          data={[...(place.sessions ?? [])]}
          onChange={(event) => place.chooseSession(event.currentTarget.value)}
        />
      )}
      <ActFailure error={open.error} />
    </ModalForm>
  );
}

/** Class, centre and session, each narrowing the next; a session with seats here is offered first. */
function usePlaceChoice() {
  const { open: words } = useWords().schoolLists;
  const { locale } = useLocale();
  const [at, setAt] = useState<Pick<Tested, 'centre' | 'class'> | null>(null);
  const [session, setSession] = useState('');
  const known = useQuery(api.tests.centres.queryOptions({ input: {} })).data;
  const tested = known?.tested ?? [];
  const usual = tested.find(({ isKept }) => isKept) ?? tested[0];
  const { centre, class: of } = at ?? usual ?? { centre: '', class: '' };
  const from = addDays(dayOf(useNow(60_000)), 1);
  const calendar = useQuery({
    ...api.tests.calendar.queryOptions({ input: { centre, class: of, from, days: daysAhead } }),
    enabled: centre !== '',
  }).data;
  const startsAt = (id: string) => known?.sessions.find((one) => one.id === id)?.startsAt ?? id;
  const cells = calendar?.days
    .flatMap(({ day, cells: ofDay }) => ofDay.map((cell) => ({ day, ...cell })))
    .filter(({ state }) => state !== 'closed');
  const sessions = cells?.map(({ day, session: id, left }) => ({
    value: `${day} ${id}`,
    label: `${weekdayText(day, locale)} ${startsAt(id)} · ${left > 0 ? words.seats(left) : words.waitOnly}`,
  }));
  const first = cells?.find(({ left }) => left > 0) ?? cells?.[0];
  const chosen = cells?.find((cell) => `${cell.day} ${cell.session}` === session) ?? first;
  return {
    of,
    centre,
    session: chosen ? `${chosen.day} ${chosen.session}` : '',
    classes: [...new Set(tested.map((one) => one.class))],
    centres: tested.filter((one) => one.class === of),
    sessions,
    chosen: chosen && { centre, class: of, day: chosen.day, session: chosen.session },
    chooseClass: (wanted: string) =>
      setAt(tested.find((one) => one.class === wanted && one.centre === centre) ?? tested.find((one) => one.class === wanted) ?? null),
    chooseCentre: (wanted: string) => setAt({ centre: wanted, class: of }),
    chooseSession: setSession,
  };
}
