import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { Database } from '../db/sql.ts';
import { readStanding } from './standing.ts';

/** What this process has done and what stands in the database, as Prometheus reads it. */
export interface HubMetrics {
  answered(request: { readonly path: string; readonly status: number; readonly seconds: number }): void;
  pushed(answers: readonly EntryAnswer[]): void;
  text(): Promise<string>;
}

/** Seconds that a push takes: p50 and p99 are read from these. */
const pushBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16];

export function openMetrics(database: Database, pushPath: string): HubMetrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'kaunta_hub_requests_total',
    help: 'Requests answered',
    labelNames: ['path', 'status'] as const,
    registers,
  });
  const entries = new Counter({
    name: 'kaunta_hub_push_entries_total',
    help: 'Journal entries answered',
    labelNames: ['outcome'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'kaunta_hub_push_seconds',
    help: 'Time from a push to its answer',
    buckets: pushBuckets,
    registers,
  });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `kaunta_hub_${name}`, help, labelNames, registers });
  const devices = gauge('devices', 'Devices', ['state']);
  const alarms = gauge('chain_alarms', 'Faults found in journals, without gaps that were filled', ['fault']);
  const waiting = gauge('waiting_entries', 'Journal entries kept without an answer');
  const horizon = gauge('horizon_seconds', 'Age of the oldest transaction that changes wait for; above 30 somebody should look');
  return {
    answered: ({ path, status, seconds: took }) => {
      requests.inc({ path, status });
      if (path === pushPath) seconds.observe(took);
    },
    pushed: (answers) => {
      for (const { outcome } of answers) entries.inc({ outcome });
    },
    text: async () => {
      const standing = await readStanding(database);
      devices.reset();
      alarms.reset();
      for (const { label, count } of standing.devices) devices.set({ state: label }, count);
      for (const { label, count } of standing.alarms) alarms.set({ fault: label }, count);
      waiting.set(standing.waiting);
      horizon.set(standing.horizonSeconds);
      return registry.metrics();
    },
  };
}
