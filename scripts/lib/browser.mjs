import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './packages.mjs';

const KEEP_FILE_MS = 30_000;

const openers = {
  win32: (file) => ['cmd', ['/c', 'start', '', file]],
  darwin: (file) => ['open', [file]],
  linux: (file) => ['xdg-open', [file]],
};

/**
 * Opens the address in the person's browser through a private file, because arguments of a program can be read by every user of a PC.
 * On Linux the file lies in the home folder: browsers from a snap see no other.
 */
export function openBrowser(url) {
  const folder = mkdtempSync(path.join(process.platform === 'linux' ? homedir() : tmpdir(), 'kaunta-open-'));
  const file = path.join(folder, 'open.html');
  writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">\n`, { mode: 0o600 });
  const forget = () => rmSync(folder, { recursive: true, force: true });
  setTimeout(forget, KEEP_FILE_MS).unref();
  process.on('exit', forget);
  const [command, args] = (openers[process.platform] ?? openers.linux)(file);
  const askForHelp = () => {
    forget();
    say('Open the address above in a browser.');
  };
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', askForHelp);
  child.on('exit', (code) => code !== 0 && askForHelp());
  child.unref();
}
