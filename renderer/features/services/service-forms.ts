import type { CounterServiceId } from '#shared/domain/application.ts';
import type { ServiceForm } from '#renderer/features/application/application-frame.tsx';
import { duplicateLogbookForm } from '#renderer/features/duplicate-logbook/duplicate-logbook-form.tsx';
import { interimLicenceForm } from '#renderer/features/interim-licence/interim-licence-form.tsx';
import { provisionalLicenceForm } from '#renderer/features/provisional-licence/provisional-licence-form.tsx';
import { testBookingForm } from '#renderer/features/test-booking/test-booking-form.tsx';
import { transferForm } from '#renderer/features/transfer/transfer-form.tsx';

/** Each service adds its form here. */
export const serviceForms: Readonly<Record<CounterServiceId, ServiceForm>> = {
  transfer: transferForm,
  'duplicate-logbook': duplicateLogbookForm,
  'provisional-licence': provisionalLicenceForm,
  'test-booking': testBookingForm,
  'interim-licence': interimLicenceForm,
};
