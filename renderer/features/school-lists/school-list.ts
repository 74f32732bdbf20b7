import type { client } from '#renderer/connection/connection.ts';

type Lists = typeof client.schoolLists;

export type ListLine = Awaited<ReturnType<Lists['list']>>['lists'][number];
export type OpenList = Awaited<ReturnType<Lists['get']>>;
export type BookedCandidate = OpenList['booked'][number];
export type ListPlan = Awaited<ReturnType<Lists['plan']>>;
