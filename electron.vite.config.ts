import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

function fromRoot(path: string): string {
  return resolve(import.meta.dirname, path);
}

/** Everything that runs in Node: both hosts, the hub, and the workers, which stand beside them because hosts find them by file name. */
const nodeEntries = {
  main: fromRoot('electron/main.ts'),
  web: fromRoot('web/main.ts'),
  hub: fromRoot('hub/main.ts'),
  'practice-hub': fromRoot('hub/practice-worker.ts'),
  'register-template': fromRoot('hub/db/register-template.ts'),
  'pdf-worker': fromRoot('core/paper/pdf-worker.ts'),
  'scan-check-worker': fromRoot('core/documents/scan-check-worker.ts'),
  'table-worker': fromRoot('core/table-file/table-worker.ts'),
  'copies-worker': fromRoot('core/copies/copies-worker.ts'),
  'drill-worker': fromRoot('core/drill/drill-worker.ts'),
};

export default defineConfig({
  main: {
    build: {
      outDir: fromRoot('out/main'),
      rolldownOptions: {
        input: nodeEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: fromRoot('out/preload'),
      // A sandboxed preload is one CommonJS file that may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: { input: { preload: fromRoot('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react()],
    // Hosts put a fresh nonce in its place in every page they serve.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: fromRoot('out/renderer'),
      minify: true,
      // data: URLs would need a wider policy than 'self'.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The page comes from this PC, so one larger file is as quick as several.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: { index: fromRoot('renderer/index.html') } },
    },
  },
});
