import { columnLetters, type TableFault, type TableFaultCode } from '../../domain/table-file.ts';
import type { TableFileWords } from '../en/table-file.ts';

function place({ file, sheet, row, column }: TableFault): string {
  const parts = [
    file,
    ...(sheet === undefined ? [] : [`karatasi “${sheet}”`]),
    ...(row === undefined ? [] : [`mstari ${row}`]),
    ...(column === undefined ? [] : [`safu ${columnLetters(column)}`]),
  ];
  return parts.join(', ');
}

const number = new Intl.NumberFormat('sw-KE');
const count = (limit: number | undefined) => number.format(limit ?? 0);
const megabytes = (limit: number | undefined) => `MB ${number.format(Math.round((limit ?? 0) / 1_000_000))}`;

const notATable: Readonly<Record<string, string>> = {
  page: 'ukurasa wa wavuti',
  document: 'hati ya maandishi',
  archive: 'kifurushi cha faili',
  pdf: 'PDF',
  picture: 'picha',
  program: 'programu',
  xlsb: 'kitabu cha kazi cha .xlsb',
  ods: 'jedwali la OpenDocument (.ods)',
};

const reasons: Readonly<Record<TableFaultCode, (fault: TableFault) => string>> = {
  unreadable: () => 'Faili haifunguki. Ifunge kwenye programu nyingine, au inakili kwenye kompyuta hii, kisha uichague tena.',
  empty: () => 'Haina kitu ndani. Angalia kama umechagua faili sahihi.',
  'file-too-large': ({ limit }) => `Faili ni kubwa kuliko ${megabytes(limit)}. Igawanye kuwa faili ndogo.`,
  'not-a-table': ({ detail }) =>
    `Hii ni ${notATable[detail ?? ''] ?? 'faili isiyo jedwali'}. Hifadhi jedwali kama XLSX au CSV kwenye programu ya lahajedwali.`,
  'old-excel': () => 'Huu ni muundo wa zamani wa Excel (.xls). Ifungue kwenye programu ya lahajedwali na uihifadhi kama XLSX.',
  encrypted: () => 'Faili ina nenosiri. Ihifadhi bila nenosiri kisha uichague tena.',
  macros: () => 'Faili ina makro, ambazo Kaunta haifungui kamwe. Ihifadhi kama XLSX bila makro.',
  damaged: () => 'Faili imeharibika. Iombe tena, au ihifadhi upya kutoka programu ya lahajedwali.',
  'unsafe-name': () => 'Sehemu ya faili ina jina ambalo programu ya lahajedwali haitoi. Ihifadhi upya kutoka programu ya lahajedwali.',
  'unpacks-too-large': () => 'Faili inakuwa kubwa mno inapofunguliwa. Hifadhi jedwali pekee, bila picha na mistari mitupu.',
  'too-many-parts': ({ limit }) => `Kitabu cha kazi kina sehemu zaidi ya ${count(limit)}. Hifadhi karatasi yenye jedwali pekee.`,
  doctype: () => 'Faili ina agizo ambalo programu ya lahajedwali haiandiki. Ihifadhi upya kutoka programu ya lahajedwali.',
  encoding: () => 'Baadhi ya herufi hazisomeki. Hifadhi faili kama “CSV UTF-8”, au kama XLSX.',
  'control-character': () => 'Hapa kuna alama isiyochapika. Ifute kwenye programu ya lahajedwali.',
  quotes: () => 'Alama ya kunukuu imefunguliwa hapa na haikufungwa. Weka ya pili, au ufute ya kwanza.',
  'record-too-long': ({ limit }) => `Mstari huu una herufi zaidi ya ${count(limit)}. Huenda alama ya kunukuu kabla yake haikufungwa.`,
  'cell-too-long': ({ limit }) => `Kisanduku hiki kina herufi zaidi ya ${count(limit)}. Kifupishe.`,
  'no-headings': () => 'Hakuna mstari wa vichwa. Andika majina ya safu kwenye mstari wa kwanza.',
  'duplicate-heading': ({ detail }) => `Kichwa “${detail ?? ''}” kimeandikwa mara mbili. Zipe safu hizo mbili majina tofauti.`,
  'no-rows': () => 'Kuna vichwa tu, hakuna mistari chini yake. Weka chini yake mstari mmoja kwa kila kinachoorodheshwa.',
  'too-many-rows': ({ limit }) => `Kuna mistari zaidi ya ${count(limit)}. Igawanye faili.`,
  'too-many-columns': ({ limit }) => `Kuna safu zaidi ya ${count(limit)}. Futa zisizohitajika.`,
  'no-such-sheet': () => 'Kitabu cha kazi hakina karatasi hiyo. Chagua nyingine.',
  'too-slow': () => 'Kusoma kulichukua muda mrefu mno na kumesimamishwa. Hifadhi jedwali pekee kwenye faili mpya.',
  'too-much-memory': () => 'Kusoma kulihitaji kumbukumbu nyingi mno na kumesimamishwa. Hifadhi jedwali pekee kwenye faili mpya.',
  'reader-died': () => 'Faili haikusomeka. Ihifadhi upya kutoka programu ya lahajedwali, au kama CSV.',
};

export const tableFile: TableFileWords = {
  fault: (fault) => `${place(fault)}: ${reasons[fault.code](fault)} Hakuna kilichochukuliwa.`,
  doubt: {
    scientific: 'Lahajedwali imefupisha namba hii (1.23E+15); huenda iliyoandikwa imepotea. Iandike tena.',
    'digits-lost': 'Lahajedwali hutunza tarakimu 15 tu, hivyo za mwisho huenda si sahihi. Linganisha na karatasi.',
    'ambiguous-date': 'Tarehe hii inaweza kusomeka kwa njia mbili. Iandike mwaka-mwezi-siku.',
    'no-such-day': 'Hakuna siku kama hiyo.',
    'formula-not-computed': 'Hapa kuna fomula isiyo na jibu. Andika thamani yenyewe.',
    'spreadsheet-error': 'Hapa kuna kosa la lahajedwali. Andika thamani yenyewe.',
    'no-heading': 'Kisanduku hiki kiko nje ya safu. Huenda kitenganishi cha ziada kimesogeza mstari.',
  },
};
