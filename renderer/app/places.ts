import type { Role } from '#shared/domain/role.ts';
import type { Words } from '#shared/text/text.ts';

/** One line of the left list: where it leads, its key after G, and who sees it. */
export interface Place {
  readonly name: Exclude<keyof Words['frame']['nav'], 'label' | 'goTo'>;
  readonly to:
    | '/work'
    | '/new'
    | '/check'
    | '/batches'
    | '/tests'
    | '/stock'
    | '/logbooks'
    | '/money'
    | '/approve'
    | '/queue'
    | '/records'
    | '/people'
    | '/settings'
    | '/system';
  readonly keys: string;
  /** Null: everybody. */
  readonly roles: readonly Role[] | null;
  /** Pages of this place that lie under other paths. */
  readonly pages?: readonly string[] | undefined;
  readonly count?: 'work' | 'toApprove' | 'logbooks' | 'tests' | 'queue' | undefined;
}

const openers: readonly Role[] = ['clerk', 'dealer-clerk', 'supervisor'];

/** The office's work from top to bottom. The host decides again who may do what; this only spares people dead ends. */
export const places: readonly Place[] = [
  { name: 'work', to: '/work', keys: 'g w', roles: null, count: 'work' },
  { name: 'new', to: '/new', keys: 'n', roles: openers },
  { name: 'batches', to: '/batches', keys: 'g b', roles: openers },
  { name: 'tests', to: '/tests', keys: 'g d', roles: null, count: 'tests', pages: ['/tests/day', '/tests/lists'] },
  { name: 'stock', to: '/stock', keys: 'g u', roles: openers, pages: ['/trade-plates', '/plates'] },
  { name: 'logbooks', to: '/logbooks', keys: 'g l', roles: null, count: 'logbooks', pages: ['/shelf', '/sheets'] },
  { name: 'money', to: '/money', keys: 'g m', roles: null },
  { name: 'check', to: '/check', keys: 'g c', roles: null },
  { name: 'approve', to: '/approve', keys: 'g a', roles: ['registrar', 'auditor'], count: 'toApprove' },
  { name: 'queue', to: '/queue', keys: 'g q', roles: null, count: 'queue' },
  { name: 'records', to: '/records', keys: 'g r', roles: ['admin', 'auditor', 'supervisor'] },
  { name: 'people', to: '/people', keys: 'g p', roles: ['admin', 'auditor', 'supervisor'] },
  { name: 'settings', to: '/settings', keys: 'g t', roles: null },
  { name: 'system', to: '/system', keys: 'g s', roles: null, pages: ['/reference'] },
];

/** What G also begins, beside the places: one letter, one meaning. */
export const frameKeys = { lock: 'g k', signOut: 'g o', line: 'g i' } as const;
