import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { FoundList, grouped, optionId, type Found } from './found-list.tsx';
import { useOpenFound } from './open-found.ts';
import { VehicleCard } from './vehicle-card.tsx';
import classes from './find-box.module.css';

const limit = 20;
/** From the second sign on; one alone would find half the office. */
const shortest = 2;
const listId = 'found-list';

/** The one box on `/`: plate, chassis, ID, PIN, phone, receipt, reference or name. Enter opens the marked line. */
export function FindBox() {
  const { search } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const isAsked = text.trim().length >= shortest;
  const found = useQuery({
    ...api.search.find.queryOptions({ input: { text: text.trim(), limit } }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const lines = isAsked ? grouped(found.data ?? []) : [];
  const { openFound, vehiclePlate, closeVehicle } = useOpenFound();
  useKeys([{ keys: '/', label: search.label, run: () => box.current?.select() }]);

  const ask = (next: string) => {
    setText(next);
    setMarked(0);
    setIsOpen(true);
  };
  const choose = (line: Found | undefined) => {
    if (line === undefined) return;
    if (line.kind === 'person') {
      ask(line.title);
      return;
    }
    setIsOpen(false);
    box.current?.blur();
    openFound(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setMarked((at) => Math.min(at + 1, lines.length - 1)),
      ArrowUp: () => setMarked((at) => Math.max(at - 1, 0)),
      Enter: () => choose(lines[marked]),
      Escape: () => {
        setIsOpen(false);
        box.current?.blur();
      },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  const isListed = isOpen && isAsked && !found.isLoading;
  return (
    <div className={classes['find']}>
      <TextInput
        ref={box}
        size="sm"
        role="combobox"
        aria-label={search.label}
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={isListed && lines.length > 0 ? optionId(marked) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={search.placeholder}
        rightSection={<KeyHint keys="/" />}
        data-takes-scans
        value={text}
        onChange={(event) => ask(event.currentTarget.value)}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {isListed ? <FoundList id={listId} lines={lines} marked={marked} text={text.trim()} hasFailed={found.isError} onChoose={choose} /> : null}
      {vehiclePlate === null ? null : <VehicleCard plate={vehiclePlate} onClose={closeVehicle} />}
    </div>
  );
}
