import type { Device } from '../devices/device.ts';
import type { HubDeps } from '../hub-deps.ts';
import { HubRefusal } from '../refusal.ts';
import type { ScanUpload } from './scan-folder.ts';
import { hasSentScan, recordScan } from './store.ts';

export interface UploadContext {
  readonly deps: Pick<HubDeps, 'database' | 'scans' | 'now'>;
  readonly device: Device;
}

/** How many bytes of an upload have arrived; undefined where it was never begun. */
export async function arrivedOf({ deps, device }: UploadContext, upload: ScanUpload): Promise<number | undefined> {
  const isHere = (await hasSentScan(deps.database, device, upload.sha256)) && (await isKept(deps, upload.sha256));
  return isHere ? upload.bytes : deps.scans.arrived(upload);
}

/** Begins an upload or finds how far it came. */
export async function beginUpload(cx: UploadContext, upload: ScanUpload): Promise<number> {
  const arrived = await arrivedOf(cx, upload);
  if (arrived === undefined) await cx.deps.scans.begin(upload);
  return arrived ?? 0;
}

/** Takes the next part, and with the last one the scan; a part for another place than the next is refused with where that is. */
export async function takePart(cx: UploadContext, upload: ScanUpload, part: { offset: number; bytes: Buffer }): Promise<number> {
  const arrived = await arrivedOf(cx, upload);
  if (arrived === undefined) throw new HubRefusal(404, 'scan.lost');
  const end = part.offset + part.bytes.length;
  if (part.offset !== arrived || end > upload.bytes) throw new HubRefusal(409, 'scan.wrong-place', { offset: arrived });
  if (part.bytes.length > 0) await cx.deps.scans.write(upload, part);
  if (end === upload.bytes && part.bytes.length > 0) await keepScan(cx, upload);
  return end;
}

/** A scan counts once it is what its hash says, under its name, and known to be this office's. */
export async function keepScan({ deps, device }: UploadContext, upload: ScanUpload): Promise<void> {
  if (!(await deps.scans.finish(upload))) throw new HubRefusal(422, 'scan.differs');
  await recordScan(deps.database, device, { sha256: upload.sha256, bytes: upload.bytes, at: deps.now() });
}

async function isKept({ scans }: UploadContext['deps'], sha256: string): Promise<boolean> {
  const found = await scans.read(sha256);
  found?.stream.destroy();
  return found !== undefined;
}
