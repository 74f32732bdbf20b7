import { Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrinterWay } from '#shared/domain/print-job.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import type { PrinterLine } from './print-words.ts';

interface PrinterFormProps {
  /** Null adds one. */
  readonly printer: PrinterLine | null;
  readonly onClose: () => void;
}

type Width = 'a4' | '80mm';

/** A printer's way and address are given once; its name, paper and drawer may change. */
export function PrinterForm({ printer, onClose }: PrinterFormProps) {
  const { printing, settings } = useWords();
  const { setUp } = printing;
  const [way, setWay] = useState<PrinterWay>(printer?.way ?? 'network');
  const [address, setAddress] = useState(printer?.address ?? '');
  const [name, setName] = useState(printer?.name ?? '');
  const [width, setWidth] = useState<Width>(printer?.width ?? '80mm');
  const [opensDrawer, setOpensDrawer] = useState(printer?.opensDrawer ?? false);
  const add = useAct(client.printing.addPrinter, onClose);
  const change = useAct(client.printing.changePrinter, onClose);
  const drawer = opensDrawer && way === 'network';
  const send = () =>
    printer === null
      ? add.mutate({ way, address, name, width, opensDrawer: drawer })
      : change.mutate({ id: printer.id, name, width, opensDrawer: drawer });
  return (
    <ModalForm
      isOpen
      title={printer === null ? setUp.addTitle : setUp.changeTitle(printer.name)}
      submitLabel={setUp.save}
      pending={add.isPending || change.isPending}
      onClose={onClose}
      onSubmit={send}
    >
      {printer === null ? (
        <PlaceFields
          way={way}
          address={address}
          onWay={(next) => {
            setWay(next);
            setAddress('');
            setWidth(next === 'network' ? '80mm' : 'a4');
          }}
          onAddress={setAddress}
        />
      ) : null}
      <TextInput
        label={setUp.name}
        description={setUp.nameHint}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={setUp.width}
        allowDeselect={false}
        value={width}
        data={(['80mm', 'a4'] as const).map((value) => ({ value, label: settings.widths[value] }))}
        onChange={(value) => setWidth(value === 'a4' ? 'a4' : '80mm')}
      />
      {way === 'network' ? (
        <Switch
          label={setUp.drawer}
          description={setUp.drawerHint}
          checked={opensDrawer}
          onChange={(event) => setOpensDrawer(event.currentTarget.checked)}
        />
      ) : null}
      <FailureNote error={add.error ?? change.error} />
    </ModalForm>
  );
}

interface PlaceFieldsProps {
  readonly way: PrinterWay;
  readonly address: string;
  readonly onWay: (way: PrinterWay) => void;
  readonly onAddress: (address: string) => void;
}

/** How the printer is reached: chosen among those that this PC knows, or typed. */
function PlaceFields({ way, address, onWay, onAddress }: PlaceFieldsProps) {
  const { printing } = useWords();
  const { setUp } = printing;
  const known = useQuery(api.printing.discover.queryOptions({ input: {} })).data;
  const ways = known?.ways ?? ['network', 'folder'];
  const found = known?.found.filter((one) => one.way === way) ?? [];
  return (
    <>
      <Select
        label={setUp.add}
        data-autofocus
        allowDeselect={false}
        value={way}
        data={ways.map((value) => ({ value, label: printing.way[value] }))}
        onChange={(value) => onWay(ways.find((one) => one === value) ?? way)}
      />
      {way === 'cups' || way === 'windows' ? (
        <Select
          label={setUp.queue}
          description={found.length === 0 ? setUp.foundNone : setUp.found}
          data={found.map((one) => one.address)}
          value={address === '' ? null : address}
          onChange={(value) => onAddress(value ?? '')}
        />
      ) : (
        <TextInput
          label={way === 'network' ? setUp.network : setUp.folder}
          description={way === 'network' ? setUp.networkHint : setUp.folderHint}
          value={address}
          onChange={(event) => onAddress(event.currentTarget.value)}
        />
      )}
    </>
  );
}
