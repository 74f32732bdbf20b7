import type { Reference } from '#shared/domain/reference.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { findDriver, withOwnTests } from './known-driver.ts';
import { putDriver } from './store.ts';

/** Drivers and learners: as this office knows them, or asked of the hub; and the classes they may learn. */
export function driverHandlers(hub: HubClient, reference: Reference): FeatureHandlers<'drivers'> {
  return {
    find: (cx, identity) => ({ driver: findDriver(cx.db, identity) ?? null }),
    lookUp: prepared({
      prepare: (_cx, identity) => hub.lookUpDriver(identity),
      execute: (cx, { idKind, idNumber }, { driver }) => {
        if (driver) putDriver(cx.db, driver);
        cx.setSubject(`driver:${idKind}:${idNumber}`);
        cx.setPayload({ found: driver !== null });
        cx.announce('drivers');
        return { driver: driver && withOwnTests(cx.db, driver) };
      },
    }),
    classes: () => ({
      classes: reference.drivingClasses.classes.map((one) => ({
        ...one,
        prerequisite: one.prerequisite && { ...one.prerequisite, anyOf: [...one.prerequisite.anyOf] },
      })),
      rules: [...reference.drivingRules.rules],
    }),
  };
}
