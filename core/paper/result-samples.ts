import { toDay, toInstant } from '#shared/base/instant.ts';
import { sampleTestSlip } from './counter-samples.ts';
import type { CertificateData, InterimLicenceData, ResultSlipData } from './result-papers.ts';
import { sampleFrame, sampleReceipt } from './samples.ts';

/** Invented results of a driving test: the fullest of each kind. */
const tested = {
  ...sampleFrame,
  number: 'E-MSA01-1A-000031',
  standing: 'provisional',
  candidateName: sampleTestSlip.candidateName,
  maskedId: sampleTestSlip.maskedId,
  provisionalLicence: sampleTestSlip.provisionalLicence,
  licenceClass: sampleTestSlip.licenceClass,
  centre: sampleTestSlip.centre,
  day: sampleTestSlip.day,
  bookingNumber: sampleTestSlip.bookingNumber,
  clerkName: sampleReceipt.clerkName,
  at: toInstant('2026-12-01T08:12:00.000Z'),
  corrected: { at: toInstant('2026-12-01T08:12:00.000Z'), reason: 'Marks of the next row were typed' },
} as const;

export const sampleCertificate: CertificateData = {
  ...tested,
  stages: [
    { name: 'Board', marks: 17, fullMarks: 20, passMarks: 16 },
    { name: 'Yard', marks: 28, fullMarks: 30, passMarks: 24 },
    { name: 'Road', marks: 44, fullMarks: 50, passMarks: 40 },
  ],
  validUntil: toDay('2027-03-01'),
};

export const sampleResultSlip: ResultSlipData = {
  ...tested,
  stages: [
    { name: 'Board', marks: 17, fullMarks: 20, passMarks: 16 },
    { name: 'Yard', marks: 11, fullMarks: 30, passMarks: 24 },
    { name: 'Road', marks: null, fullMarks: 50, passMarks: 40 },
  ],
  resitFrom: toDay('2026-12-22'),
};

export const sampleInterimLicence: InterimLicenceData = {
  ...sampleFrame,
  number: 'I-MSA01-1A-000008',
  standing: 'confirmed',
  holderName: sampleTestSlip.candidateName,
  maskedId: sampleTestSlip.maskedId,
  certificateNumber: tested.number,
  classes: [{ licenceClass: sampleTestSlip.licenceClass, since: tested.day, until: toDay('2027-11-30') }],
  validUntil: toDay('2027-11-30'),
  receiptNumber: 'R-MSA01-1A-000088',
};
