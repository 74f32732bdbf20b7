import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { BatchPage } from '#renderer/features/batches/batch-page.tsx';
import { BatchesPage } from '#renderer/features/batches/batches-page.tsx';
import { CasePage } from '#renderer/features/case/case-page.tsx';
import { CheckPage } from '#renderer/features/check/check-page.tsx';
import { LogbooksPage } from '#renderer/features/logbooks/logbooks-page.tsx';
import { ReceiptsPage } from '#renderer/features/money/receipts-page.tsx';
import { NewPage } from '#renderer/features/new/new-page.tsx';
import { PeoplePage } from '#renderer/features/people/people-page.tsx';
import { PostPage } from '#renderer/features/post/post-page.tsx';
import { JobsPage } from '#renderer/features/printing/jobs-page.tsx';
import { QueuePage } from '#renderer/features/queue/queue-page.tsx';
import { RecordsPage } from '#renderer/features/records/records-page.tsx';
import { ReferencePage } from '#renderer/features/reference/reference-page.tsx';
import { RegistrarCasePage } from '#renderer/features/registrar/registrar-case-page.tsx';
import { RegistrarPage } from '#renderer/features/registrar/registrar-page.tsx';
import { SchoolListPage } from '#renderer/features/school-lists/list-page.tsx';
import { SchoolListsPage } from '#renderer/features/school-lists/lists-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { ShelfPage } from '#renderer/features/shelf/shelf-page.tsx';
import { SheetsPage } from '#renderer/features/sheets/sheets-page.tsx';
import { TestDayPage } from '#renderer/features/test-day/test-day-page.tsx';
import { PlatePacksPage } from '#renderer/features/plates/plate-packs-page.tsx';
import { TradePlatesPage } from '#renderer/features/trade-plates/trade-plates-page.tsx';
import { StockPage } from '#renderer/features/stock/stock-page.tsx';
import { SystemPage } from '#renderer/features/system/system-page.tsx';
import { TestsPage } from '#renderer/features/tests/tests-page.tsx';
import { EditPage } from '#renderer/features/services/edit-page.tsx';
import { WorkPage } from '#renderer/features/work/work-page.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: WorkPage });
const at = () => root;

const home = createRoute({
  getParentRoute: at,
  path: '/',
  beforeLoad: () => redirect({ to: '/work', throw: true }),
});

const screens = [
  home,
  createRoute({ getParentRoute: at, path: '/work', component: WorkPage }),
  createRoute({ getParentRoute: at, path: '/new', component: NewPage }),
  createRoute({ getParentRoute: at, path: '/cases/$id', component: CasePage }),
  createRoute({ getParentRoute: at, path: '/cases/$id/edit/$step', component: EditPage }),
  createRoute({ getParentRoute: at, path: '/batches', component: BatchesPage }),
  createRoute({ getParentRoute: at, path: '/batches/$id', component: BatchPage }),
  createRoute({ getParentRoute: at, path: '/tests', component: TestsPage }),
  createRoute({
    getParentRoute: at,
    path: '/stock',
    component: StockPage,
    // What is looked for there, such as the chassis that an act in the queue is about.
    validateSearch: ({ text }: { readonly text?: unknown }) => (typeof text === 'string' ? { text } : {}),
  }),
  createRoute({ getParentRoute: at, path: '/plates', component: PlatePacksPage }),
  createRoute({ getParentRoute: at, path: '/trade-plates', component: TradePlatesPage }),
  createRoute({ getParentRoute: at, path: '/logbooks', component: LogbooksPage }),
  createRoute({ getParentRoute: at, path: '/shelf', component: ShelfPage }),
  createRoute({ getParentRoute: at, path: '/sheets', component: SheetsPage }),
  createRoute({ getParentRoute: at, path: '/money', component: ReceiptsPage }),
  createRoute({ getParentRoute: at, path: '/check', component: CheckPage }),
  createRoute({ getParentRoute: at, path: '/approve', component: RegistrarPage }),
  createRoute({ getParentRoute: at, path: '/approve/$id', component: RegistrarCasePage }),
  createRoute({ getParentRoute: at, path: '/queue', component: QueuePage }),
  createRoute({ getParentRoute: at, path: '/queue/post', component: PostPage }),
  createRoute({ getParentRoute: at, path: '/tests/day', component: TestDayPage }),
  createRoute({ getParentRoute: at, path: '/tests/lists', component: SchoolListsPage }),
  createRoute({ getParentRoute: at, path: '/tests/lists/$id', component: SchoolListPage }),
  createRoute({ getParentRoute: at, path: '/printing', component: JobsPage }),
  createRoute({ getParentRoute: at, path: '/records', component: RecordsPage }),
  createRoute({ getParentRoute: at, path: '/people', component: PeoplePage }),
  createRoute({ getParentRoute: at, path: '/settings', component: SettingsPage }),
  createRoute({ getParentRoute: at, path: '/system', component: SystemPage }),
  createRoute({ getParentRoute: at, path: '/reference', component: ReferencePage }),
] as const;

const routeTree = root.addChildren(screens);

/** The address of the window. Hash history, since the bundle is served from one file in both hosts. */
export const address = createHashHistory();

/** The screens by address. Each person gets a router of their own, which knows nothing of what the one before had open. */
export function openRouter() {
  return createRouter({ routeTree, history: address, defaultErrorComponent: BrokenScreen });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
