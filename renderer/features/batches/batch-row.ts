import type { client } from '#renderer/connection/connection.ts';

type Batches = typeof client.batches;

export type OpenBatch = Awaited<ReturnType<Batches['get']>>;
export type BatchLine = OpenBatch['batch'];
