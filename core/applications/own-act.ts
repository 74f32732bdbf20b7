import type { ServiceId } from '#shared/domain/application.ts';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import type { CommandContext } from '../context.ts';
import type { Standing } from './standing-facts.ts';
import type { Application } from './store.ts';

/** What a service does of its own, in the transaction of the act. */
interface OwnAct<Body> {
  /** As an application is sent with its money: it throws, or gives what is sent. */
  readonly send?: (cx: CommandContext, application: Application, body: Body) => Body;
  /** As an application that was sent is given up by its own office, or its receipt is void. */
  readonly cancel: (cx: CommandContext, application: Application, reason: string) => void;
}

/** Services that do nothing of their own have none. */
export type OwnActs = { readonly [S in ServiceId]?: OwnAct<Extract<ServiceBody, { service: S }>> };

/** The application as its service sends it. */
export function withOwnAct(own: OwnActs, cx: CommandContext, standing: Standing): Standing {
  const { application, body } = standing;
  const act = own[application.service] as OwnAct<ServiceBody> | undefined;
  return act?.send ? { ...standing, body: act.send(cx, application, body) } : standing;
}
