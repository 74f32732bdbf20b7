import type { IncomingMessage } from 'node:http';
import { isInstant, msOf, type Instant } from '#shared/base/instant.ts';
import { deviceHeader, signatureHeader, signedRequestText, timeHeader } from '#shared/protocol/request.ts';
import { findDevice, isSignedBy, type Device } from '../devices/device.ts';
import type { Database } from '../db/sql.ts';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The device that signed this request. A captured request may be sent again within a day: it does nothing twice, because entries and
 * scans are kept once and everything else only reads.
 */
export async function authenticate(database: Database, request: IncomingMessage, bodySha256: string, now: Instant): Promise<Device> {
  const id = headerOf(request, deviceHeader);
  const time = headerOf(request, timeHeader);
  const device = uuid.test(id) ? await findDevice(database, id) : undefined;
  if (!device) throw new HubRefusal(401, 'device.unknown');
  const text = signedRequestText({ method: request.method ?? '', path: request.url ?? '', time, bodySha256 });
  if (!isSignedBy(device, Buffer.from(text), headerOf(request, signatureHeader))) throw new HubRefusal(401, 'request.signature');
  if (device.state === 'revoked' || device.state === 'left') throw new HubRefusal(401, `device.${device.state}`);
  if (!isInstant(time) || Math.abs(msOf(time) - msOf(now)) > limits.clockSkewMs)
    throw new HubRefusal(401, 'request.clock', { hubTime: now });
  return device;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}
