import { checkChassis, chassisKind } from '../chassis.ts';
import { checkEngineNumber } from '../engine-number.ts';
import { checkIdentityNumber } from '../identity-document.ts';
import { checkKraPin } from '../kra-pin.ts';
import { checkPhone } from '../phone.ts';
import type { RefusalFacts } from '../refusal.ts';
import { leftBySheet } from '../table-file.ts';
import { batchFields, type BatchCells, type BatchField, type BatchFix, type BatchProblem } from './batch-row.ts';
import { cellOf } from './judged-row.ts';
import { findMake, findModel, type ModelCatalogue } from './model-catalogue.ts';

/** What the rules of one row know besides the row. */
export interface RowKnowledge {
  readonly catalogue: ModelCatalogue;
  readonly thisYear: number;
  /** Codes and names of the offices where logbook and plate may be collected. */
  readonly collectionPoints: readonly { readonly code: string; readonly name: string }[];
}

const required: readonly BatchField[] = [
  'chassis',
  'engineNumber',
  'make',
  'model',
  'ratingCc',
  'year',
  'colour',
  'customsEntry',
  'invoice',
  'ownerName',
  'ownerKraPin',
  'ownerPhone',
  'collectionPoint',
];

/** Everything in one row that stops it or has to be asked, cell by cell. Rows beside it are judged by `acrossProblems`. */
export function rowProblems(cells: BatchCells, known: RowKnowledge): readonly BatchProblem[] {
  const left: BatchProblem[] = [];
  for (const field of batchFields) {
    const doubt = leftBySheet(cellOf(cells, field));
    if (doubt !== undefined) left.push(wrong(field, `table.${doubt}`));
  }
  const others = fieldProblems(cells, known);
  // What a spreadsheet left in a cell says nothing that the rules of its field could judge.
  return left.length === 0 ? others : [...left, ...others.filter(({ field }) => left.every((one) => one.field !== field))];
}

function fieldProblems(cells: BatchCells, known: RowKnowledge): readonly BatchProblem[] {
  const missing = required.filter((field) => cellOf(cells, field) === '').map((field) => wrong(field, 'missing'));
  return [
    ...missing,
    ...chassisProblems(cells),
    ...engineProblems(cells),
    ...modelProblems(cells, known.catalogue),
    ...yearProblems(cells, known.thisYear),
    ...entryProblems(cells),
    ...ownerProblems(cells),
    ...collectionProblems(cells, known),
  ];
}

function wrong(field: BatchField, code: string, more: Partial<Pick<BatchProblem, 'facts' | 'fixes'>> = {}): BatchProblem {
  return { field, code, facts: {}, fixes: [], ...more, tone: 'wrong' };
}

function asked(field: BatchField, code: string, more: Partial<Pick<BatchProblem, 'facts' | 'fixes'>> = {}): BatchProblem {
  return { ...wrong(field, code, more), tone: 'asked' };
}

function chassisProblems(cells: BatchCells): readonly BatchProblem[] {
  const text = cellOf(cells, 'chassis');
  if (text === '') return [];
  const reading = checkChassis(text);
  if (isSwapped(cells)) return [wrong('chassis', 'batch.pair-swapped', { fixes: [swapOf(cells)] })];
  if (!reading.ok) return [wrong('chassis', reading.problem.code, { facts: reading.problem.facts, fixes: plainFix('chassis', text) })];
  return reading.value.warnings.map(({ code, facts }) => asked('chassis', code, { facts, fixes: suggestionFix('chassis', facts) }));
}

/** The engine's cell holds a VIN and the chassis' cell does not: they were typed the wrong way round. */
function isSwapped(cells: BatchCells): boolean {
  const [chassis, engine] = [cellOf(cells, 'chassis'), cellOf(cells, 'engineNumber')];
  return chassisKind(engine) === 'vin' && chassisKind(chassis) !== 'vin' && checkEngineNumber(chassis).ok;
}

function swapOf(cells: BatchCells): BatchFix {
  return { code: 'swap', cells: { chassis: cellOf(cells, 'engineNumber'), engineNumber: cellOf(cells, 'chassis') } };
}

function engineProblems(cells: BatchCells): readonly BatchProblem[] {
  const text = cellOf(cells, 'engineNumber');
  if (text === '' || isSwapped(cells)) return [];
  if (checkChassis(text).ok && text.toUpperCase() === cellOf(cells, 'chassis').toUpperCase())
    return [wrong('engineNumber', 'batch.same-as-chassis')];
  const reading = checkEngineNumber(text);
  return reading.ok
    ? []
    : [wrong('engineNumber', reading.problem.code, { facts: reading.problem.facts, fixes: plainFix('engineNumber', text) })];
}

function modelProblems(cells: BatchCells, catalogue: ModelCatalogue): readonly BatchProblem[] {
  const [makeText, modelText, ccText] = [cellOf(cells, 'make'), cellOf(cells, 'model'), cellOf(cells, 'ratingCc')];
  const cc = Number(ccText.replace(/\s*cc$/iu, ''));
  const ccProblems = ccText !== '' && !isCapacity(cc) ? [wrong('ratingCc', 'batch.cc', { facts: { typed: ccText } })] : [];
  if (makeText === '') return ccProblems;
  const make = findMake(catalogue, makeText);
  if (!make) return [...ccProblems, asked('make', 'batch.make-unknown', { facts: { make: makeText } })];
  const problems = [...ccProblems, ...makerProblems(cells, make)];
  if (modelText === '') return problems;
  const model = findModel(catalogue, make, modelText);
  if (!model) return [...problems, asked('model', 'batch.model-unknown', { facts: { make: make.make, model: modelText } })];
  if (!isCapacity(cc) || cc === model.ratingCc) return problems;
  const fixes = [{ code: 'model-cc', cells: { ratingCc: String(model.ratingCc) } }] as const;
  return [...problems, asked('ratingCc', 'batch.cc-differs', { facts: { cc, usualCc: model.ratingCc, model: model.model }, fixes })];
}

function makerProblems(
  cells: BatchCells,
  { make, wmi }: { readonly make: string; readonly wmi: readonly string[] },
): readonly BatchProblem[] {
  const chassis = cellOf(cells, 'chassis').toUpperCase();
  if (wmi.length === 0 || chassisKind(chassis) !== 'vin' || wmi.some((code) => chassis.startsWith(code))) return [];
  return [asked('make', 'batch.maker-differs', { facts: { make, found: chassis.slice(0, 3), expected: wmi.join(', ') } })];
}

function isCapacity(cc: number): boolean {
  return Number.isInteger(cc) && cc >= 25 && cc <= 3_000;
}

function yearProblems(cells: BatchCells, thisYear: number): readonly BatchProblem[] {
  const text = cellOf(cells, 'year');
  if (text === '') return [];
  const year = /^\d{4}$/u.test(text) ? Number(text) : Number.NaN;
  if (year >= 1950 && year <= thisYear + 1) return [];
  return [wrong('year', 'batch.year', { facts: { typed: text, latest: thisYear + 1 }, fixes: digitFix('year', text, /^\d{4}$/u) })];
}

/** Its form stands in no source, so only signs are checked; kits from one container share one entry (DOMAIN §5.2). */
function entryProblems(cells: BatchCells): readonly BatchProblem[] {
  return (['customsEntry', 'invoice'] as const)
    .filter((field) => cellOf(cells, field) !== '' && !/^[\p{L}\d][\p{L}\d /.-]{2,39}$/u.test(cellOf(cells, field)))
    .map((field) => wrong(field, 'batch.number-shape'));
}

function ownerProblems(cells: BatchCells): readonly BatchProblem[] {
  return [...nameProblems(cells), ...pinProblems(cells), ...identityProblems(cells), ...phoneProblems(cells), ...ownershipProblems(cells)];
}

function nameProblems(cells: BatchCells): readonly BatchProblem[] {
  const name = cellOf(cells, 'ownerName');
  return name === '' || /\p{L}{2}/u.test(name) ? [] : [wrong('ownerName', 'name.too-short')];
}

function pinProblems(cells: BatchCells): readonly BatchProblem[] {
  const text = cellOf(cells, 'ownerKraPin');
  if (text === '') return [];
  const pin = checkKraPin(text);
  return pin.ok
    ? []
    : [wrong('ownerKraPin', pin.problem.code, { facts: pin.problem.facts, fixes: suggestionFix('ownerKraPin', pin.problem.facts) })];
}

/** An organisation's PIN begins with P (DOMAIN §2.2); a person is known by an identity card as well. */
function identityProblems(cells: BatchCells): readonly BatchProblem[] {
  const text = cellOf(cells, 'ownerIdNumber');
  if (text === '') return /^p/iu.test(cellOf(cells, 'ownerKraPin')) ? [] : [wrong('ownerIdNumber', 'missing')];
  if (/^p/iu.test(cellOf(cells, 'ownerKraPin'))) return [];
  const [national, passport] = [checkIdentityNumber('national-id', text), checkIdentityNumber('passport', text)];
  const isPassport = passport.ok && /^[A-Z]/iu.test(text);
  if (national.ok || checkIdentityNumber('maisha-namba', text).ok || isPassport) return [];
  return [
    wrong('ownerIdNumber', national.problem.code, {
      facts: national.problem.facts,
      fixes: suggestionFix('ownerIdNumber', national.problem.facts),
    }),
  ];
}

/** A spreadsheet drops the zero before a number. */
function phoneProblems(cells: BatchCells): readonly BatchProblem[] {
  const text = cellOf(cells, 'ownerPhone');
  if (text === '') return [];
  const phone = checkPhone(text);
  if (phone.ok) return [];
  const fixes: readonly BatchFix[] = checkPhone(`0${text}`).ok
    ? [{ code: 'plain', cells: { ownerPhone: `0${text}` } }]
    : digitFix('ownerPhone', text, /^(?:\+?254|0)[17]\d{8}$/u);
  return [wrong('ownerPhone', phone.problem.code, { facts: phone.problem.facts, fixes })];
}

const ownerships: Readonly<Record<string, 'single' | 'joint'>> = { single: 'single', joint: 'joint', mmoja: 'single', pamoja: 'joint' };

/** Owned by the financier too. */
export function isJoint(cells: BatchCells): boolean {
  return ownerships[cellOf(cells, 'ownership').toLowerCase()] === 'joint';
}

/** Lenders often register bikes in one name alone though it should be joint (DOMAIN §5.3): asked wherever a financier appears. */
function ownershipProblems(cells: BatchCells): readonly BatchProblem[] {
  const [text, financier] = [cellOf(cells, 'ownership'), cellOf(cells, 'financier')];
  const ownership = text === '' ? 'single' : ownerships[text.toLowerCase()];
  if (ownership === undefined) return [wrong('ownership', 'batch.ownership', { facts: { typed: text } })];
  if (ownership === 'joint') return financier === '' ? [wrong('financier', 'missing')] : [];
  return financier === ''
    ? []
    : [
        asked('ownership', 'batch.joint-with-financier', {
          facts: { financier },
          fixes: [{ code: 'joint', cells: { ownership: 'joint' } }],
        }),
      ];
}

function collectionProblems(cells: BatchCells, { collectionPoints }: RowKnowledge): readonly BatchProblem[] {
  const text = cellOf(cells, 'collectionPoint');
  const sought = text.toUpperCase();
  if (text === '' || collectionPoints.some(({ code, name }) => code === sought || name.toUpperCase() === sought)) return [];
  const near = collectionPoints.filter(({ name }) => name.toUpperCase().startsWith(sought.slice(0, 3)));
  const fixes = near.slice(0, 3).map(({ name }) => ({ code: 'listed', cells: { collectionPoint: name } }) as const);
  return [wrong('collectionPoint', 'batch.collection-point', { facts: { typed: text }, fixes })];
}

function suggestionFix(field: BatchField, facts: RefusalFacts): readonly BatchFix[] {
  const suggestion = String(facts['suggestion'] ?? '');
  return suggestion === '' ? [] : [{ code: 'look-alike', cells: { [field]: suggestion } }];
}

/** Signs that belong to no number are left out, where what is left can be one. */
function plainFix(field: 'chassis' | 'engineNumber', text: string): readonly BatchFix[] {
  const plain = text.toUpperCase().replaceAll(/[^A-Z0-9-]/gu, '');
  const fits = field === 'chassis' ? checkChassis(plain).ok : checkEngineNumber(plain).ok;
  return fits && plain !== text ? [{ code: 'plain', cells: { [field]: plain } }] : [];
}

const digitOf: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', B: '8' };

function digitFix(field: BatchField, text: string, shape: RegExp): readonly BatchFix[] {
  const mended = text.toUpperCase().replaceAll(/[A-Z\s-]/gu, (sign) => digitOf[sign] ?? (/[A-Z]/u.test(sign) ? sign : ''));
  return shape.test(mended) ? [{ code: 'look-alike', cells: { [field]: mended } }] : [];
}
