/** What a host (Electron, web, a test) lends to the core; the core imports no host. */
export interface Host {
  readonly kind: 'electron' | 'web' | 'test';
  readonly version: string;
  /** Folder of this PC's data; the core makes `practice/` or `office/` in it. */
  readonly dataDir: string;
  /** Folder with `fonts/` and `reference/`. */
  readonly resourcesDir: string;
  readonly settings: SettingsFile;
  /** The operating system's key store, or null where the office must give a passphrase at each start. */
  readonly keyStore: KeyStore | null;
  readonly workers: {
    readonly paper: URL;
    readonly scanCheck: URL;
    readonly tableFile: URL;
    readonly practiceHub: URL;
    readonly copies: URL;
    readonly drill: URL;
  };
  readonly log: (line: LogLine) => void;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Settings of this PC in one JSON file (electron-store and conf write the same one). */
export interface SettingsFile {
  get<K extends keyof Settings>(key: K): Settings[K];
  set<K extends keyof Settings>(key: K, value: Settings[K]): void;
}

export interface Settings {
  mode: 'none' | 'practice' | 'office';
  locale: 'en' | 'sw';
  scheme: 'light' | 'dark' | 'auto';
  hubUrl: string;
  window: { width: number; height: number; maximized: boolean };
}

export const defaultSettings: Settings = {
  mode: 'none',
  locale: 'en',
  scheme: 'light',
  hubUrl: '',
  window: { width: 1366, height: 768, maximized: false },
};

/** Wraps a secret so that only this user of this PC can unwrap it (Electron's safeStorage). */
export interface KeyStore {
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

export interface LogLine {
  readonly level: 'info' | 'warning' | 'error';
  readonly event: string;
  /** Never personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean>> | undefined;
}
