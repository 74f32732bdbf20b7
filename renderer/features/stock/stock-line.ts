import type { client } from '#renderer/connection/connection.ts';

export type StockList = Awaited<ReturnType<typeof client.stock.list>>;
/** One motorcycle of a dealer's stock. */
export type StockLine = StockList['units'][number];
