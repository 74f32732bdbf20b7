import type { ServiceId } from '#shared/domain/application.ts';
import { isAboutVehicle, type ServiceBody, type VehicleBody } from '#shared/domain/services/services.ts';
import type { Desk } from './desk.ts';

type BodyOf<S extends ServiceId> = Extract<ServiceBody, { service: S }>;

function isOf<S extends ServiceId>(body: ServiceBody, service: S): body is BodyOf<S> {
  return body.service === service;
}

/** What is typed at a desk, for the steps of one service: they stand in that service's form only. */
export function typedAs<S extends ServiceId>({ body, change }: Pick<Desk, 'body' | 'change'>, service: S) {
  if (!isOf(body, service)) throw new Error(`A step of ${service} stands in the form of ${body.service}`);
  return {
    body,
    change: (update: (before: BodyOf<S>) => BodyOf<S>) => change((before) => (isOf(before, service) ? update(before) : before)),
  };
}

/** What is typed at a desk, for the steps that every service about a vehicle may have. */
export function typedAboutVehicle({ body, change }: Pick<Desk, 'body' | 'change'>) {
  if (!isAboutVehicle(body)) throw new Error(`A step about a vehicle stands in the form of ${body.service}`);
  return {
    body,
    change: (update: (before: VehicleBody) => VehicleBody) => change((before) => (isAboutVehicle(before) ? update(before) : before)),
  };
}
