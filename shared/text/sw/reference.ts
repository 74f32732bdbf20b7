import type { ReferenceWords } from '../en/reference.ts';
import { formatKes } from '../../base/money.ts';
import { money } from './money.ts';

const years = (count: number) => `miaka ${count}`;
const months = (count: number) => `miezi ${count}`;
const days = (count: number) => `siku ${count}`;

export const reference: ReferenceWords = {
  title: 'Kanuni na majedwali',
  words:
    'Mitihani na leseni za udereva zinapimwa kwa haya kwenye PC hii. Hakuna anayeyabadilisha hapa; kituo kikuu hutuma jedwali jipya, kuanzia siku fulani.',
  open: 'Kanuni na majedwali',
  tables: {
    'driving-classes': 'Madaraja',
    'driving-rules': 'Umri, muda wa kusubiri na alama',
    'driving-courses': 'Kozi',
    'test-centres': 'Vituo vya mitihani',
    'test-sessions': 'Vipindi vya siku',
    'fee-schedules': 'Ada za leseni na mitihani',
  },
  shipped: (day) => `Lilikuja na programu, hali ya ${day}`,
  fromHub: (day) => `Kutoka kituo kikuu, tangu ${day}`,
  later: (day) => `Kituo kikuu kimetuma jedwali jipya. Linatumika kuanzia ${day}.`,
  faulty: (day) =>
    `Jedwali lililotumwa na kituo kikuu kwa ${day} linapingana na mengine, kwa hiyo la awali bado linatumika. Ieleze makao makuu.`,
  class: 'Daraja',
  classes: 'Madaraja',
  name: 'Jina',
  age: 'Kuanzia umri',
  noAge: 'kama leseni yoyote',
  before: 'Alilonalo kabla',
  nothingBefore: 'hakuna',
  heldFor: (ids, count) => `${ids.join(' au ')}, ${years(count)}`,
  older: 'Jina la zamani',
  source: 'Chanzo',
  sure: 'Uhakika',
  course: 'Kozi',
  fee: 'Ada',
  amount: 'Kiasi',
  from: 'Kuanzia',
  code: 'Msimbo',
  office: 'Ofisi',
  session: 'Kipindi',
  begins: 'Kinaanza',
  invented: 'Imebuniwa kwa mazoezi; hakuna orodha rasmi iliyopatikana',
  services: (service) => money.feeLine[service],
  rulesFrom: (day) => `Kanuni kuanzia ${day}`,
  value: 'Thamani',
  stages: 'Sehemu ya mtihani',
  marks: 'Alama',
  passes: (pass, full) => `${pass} kati ya ${full} hufaulu`,
  rules: {
    minimumAge: 'Umri pale daraja lisipotaja',
    provisionalMonths: 'Leseni ya muda inadumu',
    maturityDays: 'Kutoka leseni ya muda hadi mtihani wa kwanza',
    resitWaitDays: 'Kusubiri baada ya kushindwa',
    resitWithinMonths: 'Vitendo hurudiwa ndani ya',
    rescheduleFeeCents: 'Kuhamisha mtihani uliowekwa hugharimu',
    cancelRefundCents: 'Hurudishwa mtihani uliowekwa ukifutwa',
    certificateMonths: 'Cheti cha umahiri kinadumu',
    interimMonths: 'Leseni ya mpito inadumu',
  },
  counted: {
    minimumAge: years,
    provisionalMonths: months,
    maturityDays: days,
    resitWaitDays: days,
    resitWithinMonths: months,
    rescheduleFeeCents: formatKes,
    cancelRefundCents: formatKes,
    certificateMonths: months,
    interimMonths: months,
  },
};
