import type { ReactNode } from 'react';
import { displayPhone } from '#shared/domain/phone.ts';
import { isAboutVehicle, partyOf, rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useFactNames } from '#renderer/features/application/fact-names.ts';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { vehicleFacts } from '#renderer/features/vehicle/vehicle-facts.ts';
import { factTexts } from '#shared/text/service-words.ts';
import { serviceWords } from '#shared/text/text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { CaseMoney } from './case-money.tsx';
import { CasePapers } from './case-papers.tsx';
import { CaseTimes } from './case-times.tsx';
import { FactLines } from './fact-lines.tsx';
import classes from './case.module.css';

/** The facts of a case in sections of two columns, so that a whole transfer is seen without scrolling far. */
export function CaseFacts({ application }: { readonly application: ApplicationCase }) {
  const words = useWords();
  const { casePage, transfer } = words;
  const { locale } = useLocale();
  const names = useFactNames();
  const { body, line, collectionOfficeName, logbookNumber, provisional } = application;
  const { section, label } = casePage;
  const people = rulesOf(line.service).partiesOf(body);
  const vehicle = vehicleOf(body);
  return (
    <div className={classes['facts']}>
      <div className={classes['column']}>
        <Section title={section.parties}>
          {people.map((role) => (
            <Person key={role} application={application} role={role} />
          ))}
          <FactLines
            lines={[
              ...factTexts(serviceWords(words, line.service).facts(body), names),
              [label.collection, collectionOfficeName],
              [label.collector, isAboutVehicle(body) ? body.collectorIdNumber : ''],
              [label.logbook, logbookNumber ?? ''],
              [label.provisional, provisional?.number ?? ''],
              [label.goodUntil, provisional === null ? '' : dayText(provisional.validUntil, locale)],
            ]}
          />
        </Section>
        {vehicle === null ? null : (
          <Section title={section.vehicle}>
            <p className={classes['quiet']}>
              {vehicle.make} {vehicle.model}, <SourceText source={vehicle.source} />
            </p>
            <FactLines lines={vehicleFacts(vehicle, transfer, locale)} />
          </Section>
        )}
      </div>
      <div className={classes['column']}>
        <Section title={section.money}>
          <CaseMoney application={application} />
        </Section>
        <Section title={section.time}>
          <CaseTimes application={application} />
        </Section>
        <Section title={section.papers}>
          <CasePapers application={application} />
        </Section>
      </div>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['section']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface PersonProps {
  readonly application: ApplicationCase;
  readonly role: PartyRole;
}

function Person({ application, role }: PersonProps) {
  const { transfer, casePage } = useWords();
  const { name, organisation, idNumber, kraPin, phone } = partyOf(application.body, role);
  const isConfirmed = application.confirmations.some((one) => one.role === role && one.current);
  const details = [organisation === '' ? '' : name, idNumber, kraPin, phone === '' ? '' : displayPhone(phone)].filter(
    (part) => part !== '',
  );
  return (
    <div className={classes['person']}>
      <span className={classes['quiet']}>{transfer.role[role]}</span>{' '}
      <span className={isConfirmed ? classes['ok'] : classes['quiet']}>
        {isConfirmed ? `✓ ${casePage.label.confirmed}` : casePage.label.notConfirmed}
      </span>
      <strong>{organisation || name || '–'}</strong>
      <span>{details.join(' · ')}</span>
    </div>
  );
}
