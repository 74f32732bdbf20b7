import * as z from 'zod';
import { line } from './model.ts';

/** Why nothing of a file was taken; its codes are those of `table-file.ts`. */
export const tableFault = z.strictObject({
  code: line,
  file: line,
  sheet: line.optional(),
  row: z.int().optional(),
  column: z.int().optional(),
  detail: z.string().optional(),
  limit: z.number().optional(),
});

/** A file before anybody says which column holds which of these fields, or why it could not be read. */
export function tableRead<const Field extends string>(fields: readonly Field[]) {
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('read'),
      fileName: line,
      sheets: z.array(line),
      sheet: line.nullable(),
      rows: z.int(),
      columns: z.array(z.strictObject({ heading: line, field: z.enum(fields).nullable(), sure: z.boolean() })).max(200),
      /** The first rows, by column. */
      sample: z.array(z.array(z.string())).max(5),
    }),
    z.strictObject({ kind: z.literal('fault'), fault: tableFault }),
  ]);
}
