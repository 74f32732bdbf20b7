import { Checkbox } from '@mantine/core';
import { roles } from '#shared/domain/role.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './people-page.module.css';

/** The roles as boxes, each with what it may do. Takes the properties a form gives its field. */
export function RoleBoxes(props: {
  readonly id: string;
  readonly value?: string[];
  readonly defaultValue?: string[];
  readonly onChange?: (value: string[]) => void;
  readonly error?: React.ReactNode;
}) {
  const { people, frame } = useWords();
  return (
    <Checkbox.Group {...props} label={people.roles} description={people.rolesHelp}>
      <div className={classes['roles']}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={frame.roles[role]} description={people.roleWords[role]} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
