import type { ReactNode } from 'react';
import { displayPhone } from '#shared/domain/phone.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { rulesOf, vehicleOf } from '#shared/domain/services/services.ts';
import type { Submission } from '#shared/protocol/messages.ts';
import { factTexts } from '#shared/text/service-words.ts';
import { serviceWords } from '#shared/text/text.ts';
import { useFactNames } from '#renderer/features/application/fact-names.ts';
import { FactLines } from '#renderer/features/case/fact-lines.tsx';
import { PaymentBadge } from '#renderer/features/money/payment-badge.tsx';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { vehicleFacts } from '#renderer/features/vehicle/vehicle-facts.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import classes from './registrar.module.css';

/** The application exactly as it was sent: what to compare with the scan stands first and large. */
export function SentFacts({ sent }: { readonly sent: Submission }) {
  const words = useWords();
  const { registrar, transfer, casePage, money } = words;
  const own = serviceWords(words, sent.service);
  const { locale } = useLocale();
  const facts = factTexts(own.facts(sent.body), useFactNames());
  const { body, parties, payment, supervisedBy } = sent;
  const vehicle = vehicleOf(body);
  const { applicant } = rulesOf(sent.service);
  const others = parties.filter(({ role }) => role !== applicant);
  return (
    <div className={classes['sections']}>
      {vehicle === null ? (
        <Section title={registrar.section.checks}>
          <FactLines isWide lines={facts} />
        </Section>
      ) : (
        <Section title={registrar.section.checks}>
          <div className={classes['check']}>
            <PlateChip plate={displayPlate(vehicle.plate, vehicle.plateClass)} plateClass={vehicle.plateClass} size="md" />
            <span className={classes['code']}>{vehicle.chassis}</span>
          </div>
          <p className={classes['quiet']}>
            {vehicle.make} {vehicle.model}, <SourceText source={vehicle.source} />
          </p>
          <FactLines
            isWide
            lines={[...facts, ...vehicleFacts(vehicle, transfer, locale).filter(([label]) => label !== transfer.fact.chassis)]}
          />
        </Section>
      )}
      <div className={classes['sides']}>
        <Section title={own.registrar.applicant}>
          {parties
            .filter(({ role }) => role === applicant)
            .map((party) => (
              <Person key={party.role} party={party} sent={sent} />
            ))}
        </Section>
        {others.length === 0 ? null : (
          <Section title={own.registrar.others}>
            {others.map((party) => (
              <Person key={party.role} party={party} sent={sent} />
            ))}
          </Section>
        )}
      </div>
      <Section title={registrar.section.money}>
        <FactLines
          lines={[
            [casePage.label.receipt, payment.receiptNumber],
            [casePage.label.payment, `${money.method[payment.method]} ${payment.code}`],
            [money.total, <MoneyText key="total" amountCents={payment.amountCents} isStrong />],
            ['', <PaymentBadge key="state" state={payment.state} />],
            [casePage.label.sent, fullText(sent.submittedAt, locale)],
            [casePage.label.supervised, supervisedBy ?? ''],
          ]}
        />
      </Section>
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
  readonly party: Submission['parties'][number];
  readonly sent: Submission;
}

function Person({ party, sent }: PersonProps) {
  const { transfer, application } = useWords();
  const { locale } = useLocale();
  const { role, organisation, name, idKind, idNumber, kraPin, phone } = party;
  const confirmation = sent.confirmations.find((one) => one.role === role);
  const kind = transfer.idKind[idKind as keyof typeof transfer.idKind] ?? idKind;
  return (
    <div className={classes['person']}>
      <span className={classes['quiet']}>{transfer.role[role]}</span>
      <strong>{organisation || name}</strong>
      {organisation === '' ? null : <div>{name}</div>}
      <div>
        {kind} {idNumber}
      </div>
      <div>{[kraPin, phone === '' ? '' : displayPhone(phone)].filter((part) => part !== '').join(' · ')}</div>
      {confirmation === undefined ? null : (
        <div className={classes['ok']}>
          ✓ {application.confirm.confirmed(application.confirm.by[confirmation.method], fullText(confirmation.at, locale))}
        </div>
      )}
    </div>
  );
}
