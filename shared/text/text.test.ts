import { describe, expect, it } from 'vitest';
import { applicationStates, type ServiceId } from '../domain/application.ts';
import { rulesOf } from '../domain/services/services.ts';
import { contract } from '../contract/contract.ts';
import { stateSentence, texts } from './text.ts';

/** These come only with an eLogbook to collect. */
const withLogbook = new Set(['ready', 'collected']);

describe('what is said of an application that is about no vehicle', () => {
  it.each(['en', 'sw'] as const)('names neither vehicle nor owner in any state (%s)', (locale) => {
    const words = texts[locale];
    const services = (Object.keys(words.services) as ServiceId[]).filter((service) => rulesOf(service).about === 'driver');
    const said = services.flatMap((service) =>
      applicationStates.filter((state) => !withLogbook.has(state)).flatMap((state) => Object.values(stateSentence(words, service, state))),
    );
    expect(said.filter((sentence) => /vehicle|owner|logbook|\bgari|mmiliki/iu.test(sentence))).toEqual([]);
    expect(said.length).toBeGreaterThan(90);
  });
});

it.each(Object.entries(texts))('each act has a sentence for its row of the journal, in %s', (_, { records }) => {
  const acts = Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures).flatMap(([name, { kind }]) => (kind === 'command' ? [`${feature}.${name}`] : [])),
  );
  expect(acts.filter((kind) => records.kinds[kind] === undefined)).toEqual([]);
});
