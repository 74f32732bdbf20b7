import type { BatchRegistrationBody } from '../../domain/services/batch-registration.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<BatchRegistrationBody> = {
  name: 'Registration of a dealer’s batch',
  about: 'A dealer’s new motorcycles are registered together: one file, one payment, one receipt.',
  start: 'Open the batches',
  bring: 'Needed: the dealer’s file with chassis, engine, customs entry, invoice and buyer of every motorcycle.',
  step: {},
  subject: {
    question: 'Which batch is it?',
    sayWhich: 'May I have the file, please?',
    stopTitle: 'This batch cannot be sent',
    sayStopped: 'I am sorry, this batch cannot be sent yet.',
    feeStopped: 'none: the batch cannot be sent yet',
  },
  facts: ({ number, units, checkedBy }) => [
    ['Batch', number],
    ['Motorcycles', String(units)],
    ['Looked at by', checkedBy],
  ],
  states: {
    meaning: {
      approved: 'Every motorcycle of the batch stands in the hub’s register with its number plate and logbook.',
      returned: 'Some motorcycles came back. They are mended in the batch and sent again with no second fee; the others go on.',
    },
    may: {
      queued: 'The receipt proves the payment. No motorcycle of the batch may be on the road yet.',
      'in-review': 'The receipt proves the payment. No motorcycle of the batch may be on the road yet.',
      returned: 'The registered motorcycles may have their plates. Those that came back may not be on the road.',
      approved: 'The motorcycles may have their plates and be given to their buyers.',
      cancelled: 'No motorcycle of this batch is registered by it.',
      conflict: 'The receipt proves the payment. No motorcycle is registered by this batch.',
      refused: 'The receipt proves what was paid. No motorcycle is registered by this batch.',
    },
    say: {
      approved: 'Good news: all the motorcycles are registered.',
      returned: 'Some motorcycles came back. Let us mend them together; nothing more is to be paid.',
    },
    next: { approved: 'Hand over the plates', returned: 'Mend what came back' },
  },
  waysOn: {
    returned: [
      'Open the batch: what came back is marked at its cell. Mend it and send it again; there is no second fee.',
      'Was the payment code wrong? Cancel the batch, take its rows into a new one, and pay there with the right message.',
    ],
  },
  registrar: {
    applicant: 'Dealer',
    others: 'With them',
    approveTitle: (dealer) => `Approve the batch of ${dealer}`,
    approveHint: (_, office) =>
      `Each approved motorcycle gets its number plate and logbook${office === '' ? '' : `, to be fetched at ${office}`}.`,
    returnTitle: (dealer) => `Return the batch of ${dealer}`,
    refuseTitle: (dealer) => `Refuse the batch of ${dealer}`,
  },
  paper: {
    sentence: {
      open: 'Nothing has been paid or sent. This sheet is only for checking what was typed.',
      provisional: 'The register has not changed for every motorcycle yet. Nobody may drive with this paper.',
      confirmed: 'The registrar has approved every motorcycle of this batch; they stand in the hub’s register.',
      ended: 'This batch is closed.',
    },
    mayNot: ['use it as a logbook', 'use it as a number plate'],
  },
};

/** What the registration of a batch says of itself wherever an application is shown. */
export const batchRegistration = { service };
