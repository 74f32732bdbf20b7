import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Facts } from './facts.tsx';
import type { QueueStanding } from './system-facts.ts';

interface DeviceSectionProps {
  readonly office: { readonly code: string; readonly name: string; readonly deviceNo: number };
  readonly isPractice: boolean;
  readonly epoch: QueueStanding['epoch'] | undefined;
}

/** What runs here, for which office, and why its numbers carry their letter. */
export function DeviceSection({ office, isPractice, epoch }: DeviceSectionProps) {
  const { system, queue } = useWords();
  const start = useQuery(api.start.status.queryOptions({ input: {} })).data;
  return (
    <Facts
      title={system.thisPc}
      words={system.dataWords}
      lines={[
        { label: system.version, value: start?.version ?? '' },
        { label: system.host, value: start === undefined ? '' : system.hosts[start.host] },
        { label: system.office, value: `${office.name} (${office.code}) · ${system.desk(office.deviceNo)}` },
        { label: system.mode, value: isPractice ? system.practice : system.real },
        ...(epoch === undefined ? [] : [{ label: system.numbers, value: queue.epochs[epoch.why](epoch.seriesLetter) }]),
      ]}
    />
  );
}
