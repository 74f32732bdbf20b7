import * as z from 'zod';
import { amountCents, id, instant, line, paymentMethod, paymentState } from './model.ts';
import { query } from './procedure.ts';

export const payments = {
  list: query({
    access: 'signed-in',
    input: z.strictObject({ text: line, limit: z.int().min(1).max(500), offset: z.int().min(0) }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          receiptNumber: line,
          applicationId: id,
          reference: line,
          plate: line,
          payer: line,
          method: paymentMethod,
          code: line,
          amountCents,
          takenAt: instant,
          state: paymentState,
          clerk: line,
        }),
      ),
      total: z.int(),
    }),
  }),
};
