import { setTimeout as wait } from 'node:timers/promises';
import { isTransient } from './failure.ts';

const maxTries = 5;

/** Two offices that want the same rows in another order make a deadlock; PostgreSQL ends one of them, which simply begins again. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || tries === maxTries) throw error;
      await wait(tries * tries * 5);
    }
  }
}
