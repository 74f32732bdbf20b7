import { Loader } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from './locale.tsx';
import classes from './loading.module.css';

/** Work that is shorter than this shows nothing at all. */
const patienceMs = 300;

/** A spinner that appears only when the wait has become one. */
export function Loading() {
  const [isLong, setIsLong] = useState(false);
  useTimeout(() => setIsLong(true), patienceMs, { autoInvoke: true });
  const { loading } = useWords().frame;
  return (
    <div className={classes['loading']} role="status">
      {isLong ? (
        <>
          <Loader size="xs" aria-hidden /> {loading}
        </>
      ) : null}
    </div>
  );
}
