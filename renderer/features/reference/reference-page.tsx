import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, type client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { FactTable } from './fact-table.tsx';
import { RuleTables } from './rule-tables.tsx';
import { Standing } from './standing.tsx';
import classes from './reference.module.css';

export type ReferenceTables = Awaited<ReturnType<typeof client.reference.tables>>;

/** What driving tests and licences are judged by, to be read: each table with its day, its source and how sure that is. */
export function ReferencePage() {
  const { reference, frame } = useWords();
  const navigate = useNavigate();
  const tables = useQuery(api.reference.tables.queryOptions({ input: {} }));
  return (
    <Page
      title={reference.title}
      words={reference.words}
      foot={<ActionButton label={frame.back} keys="Escape" onAct={() => void navigate({ to: '/system' })} />}
    >
      <QueryView query={tables}>{(facts) => <Tables facts={facts} />}</QueryView>
    </Page>
  );
}

function Tables({ facts }: { readonly facts: ReferenceTables }) {
  const words = useWords().reference;
  const { locale } = useLocale();
  const standingOf = (table: ReferenceTables['standings'][number]['table']) => facts.standings.find((one) => one.table === table);
  return (
    <div className={classes['tables']}>
      <Standing standing={standingOf('driving-classes')}>
        <FactTable
          label={words.tables['driving-classes']}
          heads={[words.class, words.name, words.age, words.before, words.older, words.source, words.sure]}
          rows={facts.classes.map(({ id, names, minimumAge, prerequisite, curriculumName, source, confidence }) => [
            id,
            names[locale],
            minimumAge ?? words.noAge,
            prerequisite === null ? words.nothingBefore : words.heldFor(prerequisite.anyOf, prerequisite.years),
            curriculumName,
            source,
            confidence,
          ])}
        />
      </Standing>
      <Standing standing={standingOf('driving-rules')}>
        <RuleTables rules={facts.rules} />
      </Standing>
      <Standing standing={standingOf('driving-courses')}>
        <FactTable
          label={words.tables['driving-courses']}
          heads={[words.course, words.classes, words.source, words.sure]}
          rows={facts.courses.map(({ names, classes: of, source, confidence }) => [names[locale], of.join(', '), source, confidence])}
        />
      </Standing>
      <Standing standing={standingOf('fee-schedules')}>
        <FactTable
          label={words.tables['fee-schedules']}
          heads={[words.fee, words.amount, words.from, words.source, words.sure]}
          rows={facts.fees.map(({ service, amountCents, schedule, from, source, confidence }) => [
            words.services(service),
            <MoneyText key="fee" amountCents={amountCents} />,
            `${dayText(from, locale)}, ${schedule}`,
            source,
            confidence,
          ])}
        />
      </Standing>
      <Standing standing={standingOf('test-centres')}>
        <FactTable
          label={words.tables['test-centres']}
          heads={[words.code, words.name, words.office, words.source]}
          rows={facts.centres.map(({ code, name, officeCode, sourced }) => [code, name, officeCode, sourced ? '' : words.invented])}
        />
      </Standing>
      <Standing standing={standingOf('test-sessions')}>
        <FactTable
          label={words.tables['test-sessions']}
          heads={[words.session, words.begins, words.source]}
          rows={facts.sessions.map(({ id, startsAt, sourced }) => [id, startsAt, sourced ? '' : words.invented])}
        />
      </Standing>
    </div>
  );
}
