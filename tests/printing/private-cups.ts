import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const cupsd = '/usr/sbin/cupsd';
const serverBin = '/usr/lib/cups';

/** Debian's packages cups and cups-filters; CUPS starts its programs as another user, so it needs root. */
export const hasCups = isThere(cupsd, '-t') && isThere('lpadmin', '--help') && process.getuid?.() === 0;

function isThere(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code !== 'ENOENT' : true;
  }
}

/** A print service of its own: own folders, own socket, own queues. Programs that are started from here on speak to it. */
export interface PrivateCups {
  readonly folder: string;
  admin(...args: readonly string[]): Promise<void>;
  /** A queue that turns any paper into PDF for a printer at this device address. */
  addQueue(name: string, device: string): Promise<void>;
  run(program: 'cupsdisable' | 'cupsenable' | 'cupsreject' | 'lpstat', ...args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

const pdfPrinter = 'lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd';

export async function openPrivateCups(): Promise<PrivateCups> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-cups-'));
  await chmod(folder, 0o755);
  await makeFolders(folder);
  const socket = path.join(folder, 'cups.sock');
  await writeFile(path.join(folder, 'cupsd.conf'), configuration(socket));
  await writeFile(path.join(folder, 'cups-files.conf'), places(folder));
  const daemon = spawn(cupsd, ['-f', '-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'cups-files.conf')], {
    stdio: 'ignore',
  });
  const ended = once(daemon, 'exit');
  process.env['CUPS_SERVER'] = socket;
  const run = async (program: string, ...args: readonly string[]) => (await promisify(execFile)(program, [...args])).stdout;
  for (let tries = 0; !(await run('lpstat', '-r').catch(() => '')).includes('is running'); tries++) {
    if (tries > 200) throw new Error('cupsd did not start');
    await sleep(50);
  }
  const admin = async (...args: readonly string[]) => void (await run('lpadmin', ...args));
  const stop = async () => {
    daemon.kill('SIGTERM');
    await ended;
  };
  return {
    folder,
    admin,
    run,
    stop,
    addQueue: (name, device) => admin('-p', name, '-v', device, '-m', pdfPrinter, '-o', 'printer-error-policy=retry-job', '-E'),
    close: async () => {
      if (daemon.exitCode === null && daemon.signalCode === null) await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeFolders(folder: string): Promise<void> {
  for (const name of ['root', 'spool', 'cache', 'run', 'tmp', 'log', 'bin', 'bin/backend', 'tray']) await mkdir(path.join(folder, name));
  for (const name of ['tmp', 'tray']) await chmod(path.join(folder, name), 0o777);
  for (const name of await readdir(serverBin)) {
    if (name !== 'backend') await symlink(path.join(serverBin, name), path.join(folder, 'bin', name));
  }
  await symlink(path.join(serverBin, 'backend', 'socket'), path.join(folder, 'bin', 'backend', 'socket'));
  await writeFile(path.join(folder, 'bin', 'backend', 'tray'), trayPrinter, { mode: 0o755 });
}

/**
 * A printer whose paper tray is a folder: with a file `empty` in it the printer has no paper and says so, as printers do (CUPS backend
 * programming, `STATE:`); each sheet stack that comes out is a file named after its job.
 */
const trayPrinter = `#!/bin/sh
[ $# = 0 ] && { echo 'direct tray "Unknown" "A tray of paper"'; exit 0; }
tray="\${DEVICE_URI#tray:}"
if [ -e "$tray/empty" ]; then
  echo 'STATE: +media-empty-error' >&2
  echo 'INFO: Load A4 in tray 1' >&2
  while [ -e "$tray/empty" ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error' >&2
  echo 'INFO: ' >&2
fi
cat "\${6:--}" > "$tray/$1.pdf"
chmod 644 "$tray/$1.pdf"
`;

function configuration(socket: string): string {
  return `LogLevel none
Listen ${socket}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
}

function places(folder: string): string {
  return `ServerRoot ${folder}/root
ServerBin ${folder}/bin
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/run
TempDir ${folder}/tmp
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
FileDevice Yes
Sandboxing relaxed
`;
}
