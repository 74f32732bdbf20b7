import type { client } from '#renderer/connection/connection.ts';

/** One line of the register. */
export type Movement = Awaited<ReturnType<typeof client.tradePlates.list>>['movements'][number];
