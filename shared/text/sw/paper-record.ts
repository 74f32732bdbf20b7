import type { paperRecord as en } from '../en/paper-record.ts';

export const paperRecord: typeof en = {
  title: 'Taarifa za gari',
  underline: (when) => `Nakala ya rekodi za kituo kikuu, imechapwa ${when}.`,
  word: 'NAKALA YA REKODI',
  sentence: 'Kila taarifa ina chanzo chake na umri wake ilipochapwa. Lililotokea baadaye halimo humu.',
  askedBy: 'Aliyeomba',
  searchedBy: { plate: 'Limepatikana kwa namba', chassis: 'Limepatikana kwa chasisi' },
  age: 'Umri',
  minutesOld: (count) => `dakika ${count}`,
  hoursOld: (count) => `saa ${count}`,
  daysOld: (count) => `siku ${count}`,
  owners: 'Wamiliki waliosajiliwa, kwa mpangilio wa rekodi',
  marks: 'Madeni na mazuio',
  mark: { charge: 'Deni', caveat: 'Zuio', stolen: 'Limeripotiwa kuibwa' },
  by: 'Aina na aliyeweka',
  since: 'Tangu',
};
