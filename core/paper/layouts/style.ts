import type { Content, ContentStack, ContentText } from 'pdfmake/interfaces.js';

/** The few colours of paper: one accent, neutral inks, and state colours that are used for state only (UI.md). */
export const colour = {
  accent: '#0b6e69',
  ink: '#14212b',
  quiet: '#56646e',
  rule: '#d3dadf',
  wash: '#f3f6f7',
  mark: '#b3261e',
} as const;

export interface Tone {
  readonly edge: string;
  readonly wash: string;
  readonly ink: string;
}

export const tone = {
  amber: { edge: '#d99a0b', wash: '#fff5df', ink: '#714600' },
  green: { edge: '#2e7d4f', wash: '#e8f4ec', ink: '#1c5636' },
  red: { edge: '#b3261e', wash: '#fdecea', ink: '#8c1d18' },
  grey: { edge: '#8a979f', wash: '#f3f6f7', ink: '#3d4a53' },
} as const satisfies Record<string, Tone>;

/** A numbers-and-codes cut with a slashed zero and a serifed I, for whatever people read aloud from paper. */
const codeFont = 'InterCode';

export function small(text: string): ContentText {
  return { text, fontSize: 7.5, color: colour.quiet };
}

export function code(text: string, fontSize: number): ContentText {
  return { text, font: codeFont, fontSize };
}

export function heading(text: string): ContentText {
  return { text, fontSize: 9, bold: true, color: colour.accent, margin: [0, 15, 0, 5] };
}

/** A fact that people copy or read aloud is `code`; a fact of weight is `strong`. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly look?: 'plain' | 'code' | 'strong';
}

export function factValue(fact: Fact, fontSize: number): ContentText {
  if (fact.look === 'code') return code(fact.value, fontSize);
  return { text: fact.value, fontSize, bold: fact.look === 'strong' };
}

/** Between the side margins of an A4 page (definition.ts). */
const innerWidthPt = 499.28;
const gridGapPt = 14;

/** Facts in rows of columns of one width, each a small label over its value. */
export function factGrid(facts: readonly Fact[], columns: number): Content {
  const rows = Array.from({ length: Math.ceil(facts.length / columns) }, (_, row) => facts.slice(row * columns, (row + 1) * columns));
  return {
    stack: rows.map((row) => ({
      columns: row.map((fact) => ({ ...factCell(fact), width: (innerWidthPt - (columns - 1) * gridGapPt) / columns })),
      columnGap: gridGapPt,
      margin: [0, 0, 0, 9] as [number, number, number, number],
    })),
  };
}

function factCell(fact: Fact): ContentStack {
  return { stack: [small(fact.label), { ...factValue(fact, 10), margin: [0, 2, 0, 0] }] };
}

/** A washed box with a coloured edge and its word in bold: the state of the paper, never colour alone. */
export function callout(word: string, sentences: readonly string[], paint: Tone): Content {
  const lines = sentences.map((text): Content => ({ text, fontSize: 9.5, margin: [0, 3, 0, 0] }));
  return {
    layout: 'callout',
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [{ text: word, bold: true, fontSize: 12, color: paint.ink }, ...lines],
            fillColor: paint.wash,
            borderColor: [paint.edge, paint.edge, paint.edge, paint.edge],
          },
        ],
      ],
    },
    margin: [0, 14, 0, 0],
  };
}
