/** Where in an act the power goes: before its COMMIT, after it and before anybody was told, or after the telling. */
export const cutPoints = ['in-mid-act', 'before-told', 'between-acts'] as const;
export type CutPoint = (typeof cutPoints)[number];

/** The name of an office's file in its folder, and of the practice file in its own. */
export const officeFile = 'office.db';

/** What one life of the practice counter is to do. */
export interface DrillOrder {
  readonly folder: string;
  /** 32 random bytes of this drill alone. */
  readonly key: Uint8Array;
  /** When its power goes; null only looks at what the last cut left. */
  readonly cut: { readonly afterActs: number; readonly at: CutPoint } | null;
}

/** What a practice counter finds when it starts, before it acts. */
export interface Found {
  readonly acts: number;
  /** Receipt numbers that are missing or there twice. */
  readonly gaps: number;
  /** The file would not open, failed a check, or its books or its chain do not agree. */
  readonly isBroken: boolean;
}

/** How things stand at the moment of the cut, which the counter does not live past. */
export interface AtCut {
  /** Acts that somebody was told are saved, those of earlier lives with them. */
  readonly told: number;
  /** So much of the write-ahead log was forced to the disk; the rest a cut may lose or tear. */
  readonly forcedBytes: number;
}

export type DrillMessage = { readonly kind: 'found'; readonly found: Found } | { readonly kind: 'cut'; readonly at: AtCut };
