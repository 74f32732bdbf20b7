import { oc } from '@orpc/contract';
import type * as z from 'zod';
import {
  codeAnswer,
  codeRequest,
  enrolAnswer,
  enrolRequest,
  escrowAnswer,
  escrowRequest,
  leaveAnswer,
  leaveRequest,
  driverAnswer,
  driverRequest,
  lookUpAnswer,
  lookUpRequest,
  pullAnswer,
  pullRequest,
  pushAnswer,
  pushRequest,
} from '#shared/protocol/messages.ts';
import { hubPaths } from '#shared/protocol/request.ts';

interface Words {
  readonly operationId: string;
  readonly summary: string;
}

function post<I extends z.ZodType, O extends z.ZodType>(path: `/${string}`, words: Words, input: I, output: O) {
  return oc
    .route({ method: 'POST', path, ...words })
    .input(input)
    .output(output);
}

/** What a counter may ask of the hub, in the words of `shared/protocol`; scans travel as raw bytes beside it (`http/scans.ts`). */
export const hubContract = {
  enrol: post(
    hubPaths.enrol,
    { operationId: 'enrol', summary: 'Make a PC a device of an office with a one-time code' },
    enrolRequest,
    enrolAnswer,
  ),
  push: post(
    hubPaths.push,
    { operationId: 'push', summary: 'Send journal entries in order; each gets its own answer' },
    pushRequest,
    pushAnswer,
  ),
  pull: post(hubPaths.pull, { operationId: 'pull', summary: 'Read the changes for this office after a cursor' }, pullRequest, pullAnswer),
  lookUp: post(
    hubPaths.lookUp,
    { operationId: 'lookUp', summary: 'Find one vehicle by plate or chassis number' },
    lookUpRequest,
    lookUpAnswer,
  ),
  lookUpDriver: post(
    hubPaths.lookUpDriver,
    { operationId: 'lookUpDriver', summary: 'Find one driver by identity document' },
    driverRequest,
    driverAnswer,
  ),
  sendCode: post(
    hubPaths.codes,
    { operationId: 'sendCode', summary: 'Send a one-time code to the phone of a party' },
    codeRequest,
    codeAnswer,
  ),
  escrow: post(
    hubPaths.escrow,
    { operationId: 'escrow', summary: 'Leave the office’s recovery code with the hub, sealed to its key' },
    escrowRequest,
    escrowAnswer,
  ),
  leave: post(
    hubPaths.leave,
    { operationId: 'leave', summary: 'Stop being a device of the office once the hub has the whole journal' },
    leaveRequest,
    leaveAnswer,
  ),
};
