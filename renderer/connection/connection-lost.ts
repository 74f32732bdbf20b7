/** The line to the host broke while a call was under way or none was there: nobody knows whether an act was done, so ask again under the same entry id. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  constructor() {
    super('The line to the host is lost.');
  }
}
