/** One line of the hub's log. Facts hold no names, numbers of papers or phones. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}
export type HubLog = (line: LogLine) => void;
