import { TextInput } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { DriverCard } from './driver-card.tsx';
import { FoundList, optionId } from './found-list.tsx';
import { useOpenFound } from './open-found.ts';
import { useFind } from './use-find.ts';
import { VehicleCard } from './vehicle-card.tsx';
import classes from './find-box.module.css';

const listId = 'found-list';

/** The one box on `/`: plate, chassis, ID, PIN, phone, receipt, reference or name. Enter opens the marked line. */
export function FindBox() {
  const { search } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const { openFound, vehiclePlate, closeVehicle, driverKey, closeDriver } = useOpenFound();
  const find = useFind((line) => {
    box.current?.blur();
    openFound(line);
  });
  useKeys([{ keys: '/', label: search.label, run: () => box.current?.select() }]);
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => find.mark(1),
    ArrowUp: () => find.mark(-1),
    Enter: find.chooseMarked,
    Escape: () => box.current?.blur(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = acts[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <div className={classes['find']}>
      <TextInput
        ref={box}
        size="sm"
        role="combobox"
        aria-label={search.label}
        aria-expanded={find.isListed}
        aria-controls={listId}
        aria-activedescendant={find.isListed && find.lines.length > 0 ? optionId(find.marked) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={search.placeholder}
        rightSection={<KeyHint keys="/" />}
        data-takes-scans
        value={find.typed}
        onChange={(event) => find.ask(event.currentTarget.value)}
        onFocus={find.show}
        onBlur={find.hide}
        onKeyDown={onKeyDown}
      />
      {find.isListed ? <FoundList id={listId} {...find} onChoose={find.choose} /> : null}
      {vehiclePlate === null ? null : <VehicleCard plate={vehiclePlate} onClose={closeVehicle} />}
      {driverKey === null ? null : <DriverCard driverKey={driverKey} onClose={closeDriver} />}
    </div>
  );
}
