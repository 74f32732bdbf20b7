import type { TableFault } from '#shared/domain/table-file.ts';

/** What is wrong, said where it was found; the file's name is added where the reading was asked. */
export type Trouble = Omit<TableFault, 'file'>;

/** Thrown by the readers in the worker. */
export class TroubleFound extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

/** Why a table could not be read, for whoever asked; sentences are in `shared/text`. */
export class TableFailure extends Error {
  readonly fault: TableFault;

  constructor(fault: TableFault, options?: ErrorOptions) {
    super(`table file: ${fault.code}`, options);
    this.name = 'TableFailure';
    this.fault = fault;
  }
}
