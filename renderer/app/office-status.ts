import type { client } from '#renderer/connection/connection.ts';

/** What the bottom bar and the left list know of the office. */
export type OfficeStatus = Awaited<ReturnType<typeof client.office.status>>;
