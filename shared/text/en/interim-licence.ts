import type { InterimLicenceBody } from '../../domain/services/interim-licence.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<InterimLicenceBody> = {
  name: 'Interim driving licence',
  about: 'Who passed the driving test asks for the licence to drive on until the card is made. The pass is looked up in the record.',
  start: 'Start an interim licence',
  bring: 'Needed: the driver’s ID. The certificate of competence must still be good; its pass stands in the record.',
  step: { driver: 'Driver', class: 'Class' },
  subject: {
    question: 'Who passed the test?',
    sayWhich: 'May I have your ID, please?',
    stopTitle: 'No interim licence can be asked for',
    sayStopped: 'I am sorry, another application for this licence has to end first.',
    feeStopped: 'none: no interim licence can be asked for now',
  },
  facts: ({ class: wanted }) => [['Class', { of: 'class', value: wanted }]],
  states: {
    meaning: { approved: 'The registrar approved it. The class stands in the driver’s record until the interim licence ends.' },
    may: {
      queued: 'The receipt proves the payment. It is not a licence: nobody may drive with it.',
      'in-review': 'The receipt proves the payment. It is not a licence: nobody may drive with it.',
      approved: 'The holder may drive this class with the interim licence until it ends.',
      cancelled: 'No interim licence was made.',
      conflict: 'The receipt proves the payment. This application made no interim licence.',
      refused: 'The receipt proves what was paid. No interim licence was made.',
    },
    say: {
      approved: 'Good news: your interim licence is approved. Here it is.',
      declined: 'This application was declined, so nothing has changed.',
    },
    next: { approved: 'Print the interim licence' },
  },
  registrar: {
    applicant: 'Driver',
    others: 'With them',
    approveTitle: (who) => `Approve the interim licence of ${who}`,
    approveHint: () => 'The class is written into the record until the interim licence ends, and the office can print it.',
    returnTitle: (who) => `Return the interim licence of ${who}`,
    refuseTitle: (who) => `Refuse the interim licence of ${who}`,
  },
  paper: {
    sentence: {
      open: 'Nothing has been paid or sent. This sheet is only for checking what was typed.',
      provisional: 'The register has not changed yet. Nobody may drive with this paper.',
      confirmed: 'The registrar has approved this application; the interim licence is a paper of its own.',
      ended: 'This application is closed and changed nothing in the register.',
    },
    mayNot: ['use it as a driving licence'],
  },
};

/** The words of the interim licence: what the service says of itself, and its own two steps. */
export const interimLicence = {
  service,
  driver: {
    question: 'Who passed the test?',
    hint: 'Type the number of the ID in your hand, and take over what the register knows.',
    unknown: 'No record here. A result that was given today reaches this office with the line: ask the hub.',
  },
  class: {
    question: 'For which class?',
    hint: 'Only classes that were passed stand here, each with the end of its certificate of competence.',
    class: 'Class',
    passed: (id: string, name: string, until: string) => `${id} · ${name} · certificate until ${until}`,
    none: 'No class yet',
    noPass: 'No pass stands in this record. A result that was given today reaches this office with the line.',
    label: (id: string) => `Class ${id}`,
    say: 'Which class did you pass?',
  },
  paperTitle: (reference: string) => `Interim driving licence ${reference}`,
  promises: {
    passed: (who: string, wanted: string) => `${who} passed the test of class ${wanted}, and drives nothing else with this licence.`,
    wait: 'Nobody drives with it before the registrar has approved it.',
    fee: (amount: string) => `The fee is ${amount}.`,
  },
};

export type InterimLicenceWords = typeof interimLicence;
