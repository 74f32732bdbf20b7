import { implement, ORPCError } from '@orpc/server';
import type * as z from 'zod';
import type { PushAnswer, pushRequest } from '#shared/protocol/messages.ts';
import { oldestAnsweredVersion, protocolVersion } from '#shared/protocol/version.ts';
import { pull } from './changes/pull.ts';
import { sendCode } from './codes/one-time-code.ts';
import { hubContract } from './contract.ts';
import type { Device } from './devices/device.ts';
import { enrol } from './devices/enrol.ts';
import { keepEscrow } from './devices/escrow.ts';
import { leave } from './devices/leave.ts';
import { refusalOf } from './fault.ts';
import type { HubDeps } from './hub-deps.ts';
import { push } from './journal/push.ts';
import { applyWaiting } from './journal/waiting.ts';
import { HubRefusal } from './refusal.ts';
import { lookUp } from './register/look-up.ts';
import { lookUpDriver } from './register/look-up-driver.ts';

/** One request: who asks was proved before it got here, except for enrolment. */
export interface RequestContext {
  readonly deps: HubDeps;
  readonly device: Device | undefined;
}

const hub = implement(hubContract)
  .$context<RequestContext>()
  .use(async ({ next, context }) => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      const { status, code, facts } = refusalOf(error, context.deps.log);
      throw new ORPCError(code, { status, data: { code, facts } });
    }
  });

export const hubRouter = hub.router({
  enrol: hub.enrol.handler(({ input, context: { deps } }) => {
    checkProtocol(input);
    return enrol({ ...deps, now: deps.now() }, input);
  }),
  push: hub.push.handler(({ input, context }) => takePush(context, input)),
  pull: hub.pull.handler(async ({ input, context }) => {
    const cx = requestContext(context, input);
    await applyWaiting(cx);
    return pull(cx, input);
  }),
  lookUp: hub.lookUp.handler(({ input, context }) => lookUp(requestContext(context, input), input)),
  lookUpDriver: hub.lookUpDriver.handler(({ input, context }) => lookUpDriver(requestContext(context, input), input)),
  sendCode: hub.sendCode.handler(({ input, context }) => sendCode(requestContext(context, input), input)),
  escrow: hub.escrow.handler(({ input, context }) => keepEscrow(requestContext(context, input), input)),
  leave: hub.leave.handler(({ input, context }) => leave(requestContext(context, input), input)),
});

export async function takePush(context: RequestContext, input: z.infer<typeof pushRequest>): Promise<PushAnswer> {
  const answer = await push(requestContext(context, input), input);
  context.deps.metrics.pushed(answer.answers);
  return answer;
}

function requestContext({ deps, device }: RequestContext, request: { readonly protocol: number }) {
  checkProtocol(request);
  if (!device) throw new HubRefusal(401, 'device.unknown');
  return { ...deps, device, now: deps.now() };
}

function checkProtocol({ protocol }: { readonly protocol: number }): void {
  if (protocol >= oldestAnsweredVersion && protocol <= protocolVersion) return;
  throw new HubRefusal(426, 'request.protocol', { oldest: oldestAnsweredVersion, newest: protocolVersion });
}
