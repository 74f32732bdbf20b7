import type { ApplicationState, Standing } from '../domain/application.ts';

/** A value that a reader shows in words and dates of its own; empty while it is not chosen. */
interface CodedFact {
  readonly of: 'day' | 'class' | 'centre' | 'session';
  readonly value: string;
}
type FactValue = string | CodedFact;
type Fact = readonly [label: string, value: FactValue];
/** How a reader says each kind of coded value. */
export type FactNames = Readonly<Record<CodedFact['of'], (value: string) => string>>;
type StateSentences = Readonly<Partial<Record<ApplicationState, string>>>;

/** What a service says of itself wherever an application of any service is shown: the text block that a new service adds in each language. */
export interface ServiceWords<Body> {
  readonly name: string;
  /** On the page of new cases: what it does, its button, and what the person must have at hand. */
  readonly about: string;
  readonly start: string;
  readonly bring: string;
  /** Its own steps, by name; those of the frame are `application.step`. */
  readonly step: Readonly<Record<string, string>>;
  /** Of the vehicle or driver that it is about. */
  readonly subject: Readonly<Record<'question' | 'sayWhich' | 'stopTitle' | 'sayStopped' | 'feeStopped', string>>;
  /** Its own facts, label by label, for the case, the registrar and the application on paper. */
  readonly facts: (body: Body) => readonly Fact[];
  /** What is said of a state beside or instead of the general words. */
  readonly states: Readonly<Record<'meaning' | 'may' | 'say' | 'next', StateSentences>>;
  /** The lawful ways on where it came back; those of every service where it has none of its own. */
  readonly waysOn?: Readonly<Partial<Record<ApplicationState, readonly string[]>>>;
  readonly registrar: {
    /** Titles of who asks, and of the others who take part. */
    readonly applicant: string;
    readonly others: string;
    readonly approveTitle: (subject: string) => string;
    readonly approveHint: (owners: string, office: string) => string;
    readonly returnTitle: (subject: string) => string;
    readonly refuseTitle: (subject: string) => string;
  };
  readonly paper: { readonly sentence: Readonly<Record<Standing, string>>; readonly mayNot: readonly string[] };
}

/** Facts as text: codes by their names, days as this reader writes them. */
export function factTexts(facts: readonly Fact[], names: FactNames): readonly (readonly [label: string, text: string])[] {
  return facts.map(([label, fact]) => {
    if (typeof fact === 'string') return [label, fact];
    return [label, fact.value === '' ? '' : names[fact.of](fact.value)];
  });
}
