import type { client } from '#renderer/connection/connection.ts';

export type StockPart = Awaited<ReturnType<typeof client.stock.list>>;
/** One motorcycle of a dealer's stock. */
export type StockLine = StockPart['units'][number];
/** The counts of the whole stock. */
export type StockCounts = Awaited<ReturnType<typeof client.stock.sum>>;
