import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { WireContract } from '#shared/contract/wire.ts';
import { openCarrier } from './carrier.ts';
import { openLastingLink } from './lasting-link.ts';

const link = openLastingLink(openCarrier);

/** The contract as functions, whichever host is on the other side. */
export const client: ContractRouterClient<WireContract> = createORPCClient(link);

/** The contract as options for TanStack Query: `useQuery(api.search.find.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

export const connectionState = link.state;
export const onReconnect = link.onReconnect;
