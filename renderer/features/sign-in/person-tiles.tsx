import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Role } from '#shared/domain/role.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { passwordFieldId } from './password-form.tsx';
import classes from './person-tiles.module.css';

export interface Tile {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface PersonTilesProps {
  readonly people: readonly Tile[];
  readonly chosen: string;
  readonly onChoose: (login: string) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 };

/** People of the office, two in a row; a number or Enter goes on to the password. */
export function PersonTiles({ people, chosen, onChoose }: PersonTilesProps) {
  const words = useWords();
  const group = useRef<HTMLDivElement>(null);
  const choose = (login: string) => {
    // The password field is the new person's own, so it must be drawn before it can take what is typed next.
    flushSync(() => onChoose(login));
    document.getElementById(passwordFieldId)?.focus();
  };
  const move = (step: number) => {
    const to = people.findIndex(({ login }) => login === chosen) + step;
    const person = people[to];
    if (person === undefined) return;
    onChoose(person.login);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[to]?.focus();
  };
  useKeys(people.slice(0, 9).map(({ login, name }, index) => ({ keys: String(index + 1), label: name, run: () => choose(login) })));
  return (
    <div ref={group} className={classes['tiles']} role="radiogroup" aria-label={words.signIn.who}>
      {people.map(({ login, name, roles }, index) => (
        <button
          key={login}
          type="button"
          role="radio"
          aria-checked={login === chosen}
          tabIndex={login === chosen ? 0 : -1}
          data-autofocus={login === chosen || undefined}
          className={classes['tile']}
          onClick={() => choose(login)}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (step === undefined) return;
            event.preventDefault();
            move(step);
          }}
        >
          <span className={classes['name']}>{name}</span>
          <span className={classes['roles']}>{roles.map((role) => words.frame.roles[role]).join(', ')}</span>
          {index < 9 ? (
            <span className={classes['key']}>
              <KeyHint keys={String(index + 1)} />
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
