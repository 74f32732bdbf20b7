import type { batchRegistration as words } from '../en/batch-registration.ts';

export const batchRegistration: typeof words = {
  service: {
    name: 'Usajili wa kundi la muuzaji',
    about: 'Pikipiki mpya za muuzaji husajiliwa pamoja: faili moja, malipo moja, risiti moja.',
    start: 'Fungua makundi',
    bring: 'Inahitajika: faili ya muuzaji yenye chasisi, injini, ingizo la forodha, ankara na mnunuzi wa kila pikipiki.',
    step: {},
    subject: {
      question: 'Ni kundi lipi?',
      sayWhich: 'Naomba faili, tafadhali?',
      stopTitle: 'Kundi hili haliwezi kutumwa',
      sayStopped: 'Samahani, kundi hili haliwezi kutumwa bado.',
      feeStopped: 'hakuna: kundi haliwezi kutumwa bado',
    },
    facts: ({ number, units, checkedBy }) => [
      ['Kundi', number],
      ['Pikipiki', String(units)],
      ['Aliyekagua', checkedBy],
    ],
    states: {
      meaning: {
        approved: 'Kila pikipiki ya kundi iko kwenye rejista ya kituo kikuu pamoja na namba yake na logbook.',
        returned: 'Baadhi ya pikipiki zimerudi. Hurekebishwa kwenye kundi na kutumwa tena bila ada ya pili; nyingine zinaendelea.',
      },
      may: {
        queued: 'Risiti inathibitisha malipo. Hakuna pikipiki ya kundi hili inayoruhusiwa barabarani bado.',
        'in-review': 'Risiti inathibitisha malipo. Hakuna pikipiki ya kundi hili inayoruhusiwa barabarani bado.',
        returned: 'Pikipiki zilizosajiliwa zinaweza kupata namba. Zilizorudi haziruhusiwi barabarani.',
        approved: 'Pikipiki zinaweza kupata namba na kukabidhiwa wanunuzi.',
        cancelled: 'Hakuna pikipiki iliyosajiliwa na kundi hili.',
        conflict: 'Risiti inathibitisha malipo. Hakuna pikipiki iliyosajiliwa na kundi hili.',
        refused: 'Risiti inathibitisha kilicholipwa. Hakuna pikipiki iliyosajiliwa na kundi hili.',
      },
      say: {
        approved: 'Habari njema: pikipiki zote zimesajiliwa.',
        returned: 'Baadhi ya pikipiki zimerudi. Tuzirekebishe pamoja; hakuna malipo mengine.',
      },
      next: { approved: 'Kabidhi namba za gari', returned: 'Rekebisha zilizorudi' },
    },
    waysOn: {
      returned: [
        'Fungua kundi: zilizorudi zimewekwa alama kwenye visanduku vyao. Zirekebishe na uzitume tena; hakuna ada ya pili.',
        'Msimbo wa malipo ulikuwa na kosa? Futa kundi, chukua mistari yake kwenye kundi jipya, na ulipie huko kwa ujumbe sahihi.',
      ],
    },
    registrar: {
      applicant: 'Muuzaji',
      others: 'Pamoja nao',
      approveTitle: (dealer) => `Idhinisha kundi la ${dealer}`,
      approveHint: (_, office) =>
        `Kila pikipiki iliyoidhinishwa hupata namba yake na logbook${office === '' ? '' : `, kuchukuliwa ${office}`}.`,
      returnTitle: (dealer) => `Rudisha kundi la ${dealer}`,
      refuseTitle: (dealer) => `Kataa kundi la ${dealer}`,
    },
    paper: {
      sentence: {
        open: 'Hakuna kilicholipwa wala kutumwa. Karatasi hii ni ya kukagua kilichoandikwa tu.',
        provisional: 'Rejista haijabadilika kwa kila pikipiki bado. Hakuna anayeweza kuendesha kwa karatasi hii.',
        confirmed: 'Msajili ameidhinisha kila pikipiki ya kundi hili; ziko kwenye rejista ya kituo kikuu.',
        ended: 'Kundi hili limefungwa.',
      },
      mayNot: ['kuitumia kama logbook', 'kuitumia kama namba ya pikipiki'],
    },
  },
};
