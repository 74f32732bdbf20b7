import type { DuplicateLogbookBody } from '../../domain/services/duplicate-logbook.ts';
import type { DuplicateLogbookWords } from '../en/duplicate-logbook.ts';
import type { ServiceWords } from '../service-words.ts';

const reason: Pick<DuplicateLogbookWords['reason'], 'lost' | 'defaced' | 'conversion'> = {
  lost: { label: 'Imepotea au imeibiwa', hint: 'Abstrakti ya polisi, hati ya kiapo na ripoti ya DCI ya tape-lift.' },
  defaced: { label: 'Imeharibika', hint: 'Kitabu kilichoharibika kinachukuliwa skani kilivyo, na kinaachwa nakala inapochukuliwa.' },
  conversion: {
    label: 'Kitabu cha karatasi kuwa eLogbook',
    hint: 'Kitabu cha zamani kinachukuliwa skani ya rangi, na kinaachwa nakala inapochukuliwa.',
  },
};

const service: ServiceWords<DuplicateLogbookBody> = {
  name: 'Logbook mbadala',
  about: 'Mmiliki anapata eLogbook mpya kwa kitabu kilichopotea, kilichoharibika au cha karatasi. Mmiliki habadiliki.',
  start: 'Anza logbook mbadala',
  bring:
    'Zinahitajika: kitambulisho na KRA PIN ya mmiliki; kilichopotea kinahitaji abstrakti, hati ya kiapo na ripoti ya tape-lift; vinginevyo kitabu cha zamani.',
  step: { vehicle: 'Gari', reason: 'Sababu', owner: 'Mmiliki' },
  subject: {
    question: 'Ni logbook ya gari gani?',
    sayWhich: 'Ni gari gani? Naomba namba yake, tafadhali.',
    stopTitle: 'Logbook mpya haiwezi kuombwa',
    sayStopped: 'Samahani, rejista hairuhusu logbook mpya ya gari hili kwa sasa.',
    feeStopped: 'hakuna: logbook mpya haiwezi kuombwa sasa',
  },
  facts: (body) => [['Sababu', body.reason === null ? '' : reason[body.reason].label]],
  states: {
    meaning: { approved: 'Msajili ameidhinisha. eLogbook mpya iko kwenye rejista ya kituo kikuu.' },
    may: {
      queued: 'Risiti inathibitisha malipo. Si logbook; mmiliki anaweza kutumia gari kama kawaida.',
      'in-review': 'Risiti inathibitisha malipo. Si logbook; mmiliki anaweza kutumia gari kama kawaida.',
      approved: 'Mmiliki anaweza kuchukua nakala ya eLogbook itakapokuwa tayari. Kitabu cha zamani si halali tena.',
      ready:
        'Mmiliki au mchukuaji aliyetajwa anaweza kuchukua nakala akiwa na kitambulisho halisi; kitabu cha zamani kilichopo kinaachwa ofisini.',
      collected: 'Mmiliki ana nakala. Hakuna kingine kinachohitajika.',
      cancelled: 'Logbook ya zamani inabaki kuwa halali.',
      conflict: 'Risiti inathibitisha malipo. Hakuna logbook mpya iliyotengenezwa.',
      refused: 'Risiti inathibitisha kilicholipwa. Logbook ya zamani inabaki kuwa halali.',
    },
    say: {
      approved: 'Habari njema: logbook yako mpya imeidhinishwa. Nakala inafuata.',
      ready: 'Nakala yako ya logbook iko tayari. Tafadhali onyesha kitambulisho, na kitabu cha zamani kama bado unacho.',
      declined: 'Ombi hili lilikataliwa, kwa hiyo hakuna kilichobadilika.',
    },
    next: {},
  },
  registrar: {
    applicant: 'Anayeomba',
    others: 'Walio pamoja naye',
    approveTitle: (plate) => `Idhinisha logbook mpya ya ${plate}`,
    approveHint: (_owners, office) => `Mmiliki habadiliki, kitabu cha zamani kinaisha, na nakala ya eLogbook inafunguliwa ${office}.`,
    returnTitle: (plate) => `Rudisha ombi la logbook mbadala ya ${plate}`,
    refuseTitle: (plate) => `Kataa ombi la logbook mbadala ya ${plate}`,
  },
  paper: {
    sentence: {
      open: 'Hakuna kilicholipwa wala kutumwa. Karatasi hii ni ya kukagua yaliyoandikwa tu.',
      provisional: 'Rejista bado haijabadilika. eLogbook mpya inatengenezwa pale tu ombi hili litakapothibitishwa.',
      confirmed: 'Msajili ameidhinisha ombi hili; kitabu cha zamani kimeisha na eLogbook mpya iko kwenye rejista ya kituo kikuu.',
      ended: 'Ombi hili limefungwa na halikubadilisha chochote kwenye rejista.',
    },
    mayNot: ['kuitumia kama logbook au ushahidi wa umiliki'],
  },
};

export const duplicateLogbook: DuplicateLogbookWords = {
  service,
  reason: {
    question: 'Logbook imepatwa na nini?',
    hint: 'Uliza kabla ya kuchagua: kila sababu ina hati zake.',
    say: 'Logbook imepatwa na nini: imepotea, imeharibika, au ungependa iwe eLogbook?',
    ...reason,
  },
  owner: {
    question: 'Nani anaomba?',
    hint: 'Mmiliki aliye kwenye rejista, mmoja wa wamiliki wa pamoja, au anayewakilisha shirika. Linganisha na kitambulisho ulicho nacho.',
    fromRegister: 'Imejazwa kutoka kwa mmiliki:',
    matches: 'anafanana na mmiliki aliyesajiliwa',
    chooseOwner: 'Ni mmiliki yupi aliye hapa?',
  },
  promises: {
    lost: (owner, plate) => `${owner} anatangaza kuwa logbook ya ${plate} imepotea. Ikipatikana, italetwa ofisini.`,
    defaced: (owner, plate) => `${owner} ataacha logbook iliyoharibika ya ${plate} nakala inapochukuliwa.`,
    conversion: (owner, plate) => `${owner} ataacha logbook ya karatasi ya ${plate} nakala inapochukuliwa.`,
    made: 'Msajili akiidhinisha, eLogbook mpya inatengenezwa na kitabu cha zamani si halali tena. Mmiliki habadiliki.',
    fee: (amount) => `Ada ni ${amount}.`,
    collection: (office) => `Nakala ya eLogbook inachukuliwa ${office}.`,
  },
};
