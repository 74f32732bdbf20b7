import type { Vehicle } from '#shared/domain/vehicle.ts';
import { dayText } from '#renderer/ui/time-words.ts';
import type { Locale, Words } from '#shared/text/text.ts';

type Fact = readonly [label: string, value: string];

/** What a logbook says of the vehicle, label by label (DOMAIN §3.1); facts nobody gave are left out. */
export function vehicleFacts(vehicle: Vehicle, words: Words['transfer'], locale: Locale): readonly Fact[] {
  const { fact } = words;
  const facts: readonly Fact[] = [
    [fact.chassis, vehicle.chassis],
    [fact.engineNumber, vehicle.engineNumber],
    [fact.kind, words.kind[vehicle.kind]],
    [fact.body, vehicle.body],
    [fact.ratingCc, vehicle.ratingCc === null ? '' : fact.cc(String(vehicle.ratingCc))],
    [fact.wheels, vehicle.wheels === null ? '' : String(vehicle.wheels)],
    [fact.colour, vehicle.colour],
    [fact.fuel, words.fuel[vehicle.fuel]],
    [fact.yearOfManufacture, String(vehicle.yearOfManufacture)],
    [fact.registeredOn, vehicle.registeredOn === null ? '' : dayText(vehicle.registeredOn, locale)],
    [fact.previousOwners, String(vehicle.previousOwners)],
    [fact.logbookNumber, vehicle.logbookNumber ?? ''],
    [fact.eSticker, vehicle.eStickerIssued ? fact.eStickerYes : fact.eStickerNo],
    [fact.plateClass, words.plateClass[vehicle.plateClass]],
  ];
  return facts.filter(([, value]) => value !== '');
}
