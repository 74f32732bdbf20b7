import { homedir } from 'node:os';
import path from 'node:path';

/** The folder Electron also uses for this program and person, so that both hosts find the same office. */
export function defaultDataDir(): string {
  return path.join(applicationData(), 'Kaunta');
}

function applicationData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return path.join(homedir(), 'Library', 'Application Support');
    default:
      return process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
  }
}
