import { useState, type ChangeEvent, type SyntheticEvent } from 'react';
import { useWords } from '#renderer/ui/locale.tsx';

/** A password on its way: an empty one is not sent, since each wrong try counts towards the lock-out. */
export function useTypedPassword(send: (password: string) => void) {
  const { required } = useWords().frame;
  const [password, setPassword] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  return {
    problem: isMissing ? required : null,
    field: {
      value: password,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setPassword(event.currentTarget.value);
        setIsMissing(false);
      },
    },
    onSubmit: (event: SyntheticEvent) => {
      event.preventDefault();
      setIsMissing(password === '');
      if (password !== '') send(password);
    },
  };
}
