import type { ReactNode } from 'react';
import classes from './button-row.module.css';

/** The buttons under a form: the way back at the left, the way on at the right. A single one stands at the right. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes['row']}>{children}</div>;
}
