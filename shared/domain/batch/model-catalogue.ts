import type { Confidence } from '../fee-schedule.ts';

export interface MotorcycleMake {
  readonly make: string;
  /** First three signs of a VIN; empty where no source gives them. Public lists disagree, so another one is only asked about (DOMAIN §2.3). */
  readonly wmi: readonly string[];
  readonly otherNames: readonly string[];
  readonly confidence: Confidence;
}

export interface MotorcycleModel {
  readonly make: string;
  readonly model: string;
  readonly ratingCc: number;
  /** False: the usual capacity of that model, read in no cited source. */
  readonly sourced: boolean;
}

/** `motorcycle-models.json`. */
export interface ModelCatalogue {
  readonly makes: readonly MotorcycleMake[];
  readonly models: readonly MotorcycleModel[];
}

const plain = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '');

export function findMake({ makes }: ModelCatalogue, text: string): MotorcycleMake | undefined {
  const sought = plain(text);
  return makes.find(({ make, otherNames }) => [make, ...otherNames].some((name) => plain(name) === sought));
}

export function findModel({ models }: ModelCatalogue, make: MotorcycleMake, text: string): MotorcycleModel | undefined {
  const sought = plain(text);
  return models.find((one) => one.make === make.make && plain(one.model) === sought);
}
