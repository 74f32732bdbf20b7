import type { ServiceId } from '#shared/domain/application.ts';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import type { CommandContext } from '../context.ts';
import type { Standing } from './standing-facts.ts';
import type { Application } from './store.ts';

/** What a service does of its own as an application is sent, in the transaction of its money: it throws, or gives what is sent. */
type OwnAct<Body> = (cx: CommandContext, application: Application, body: Body) => Body;

/** Services that do nothing of their own have none. */
export type OwnActs = { readonly [S in ServiceId]?: OwnAct<Extract<ServiceBody, { service: S }>> };

/** The application as its service sends it. */
export function withOwnAct(own: OwnActs, cx: CommandContext, standing: Standing): Standing {
  const { application, body } = standing;
  const act = own[application.service] as OwnAct<ServiceBody> | undefined;
  return act ? { ...standing, body: act(cx, application, body) } : standing;
}
