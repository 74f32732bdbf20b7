import { registerHooks } from 'node:module';

/** `node --import register.ts out/main/main.js`: the built main process then gets the double wherever it imports `electron`. */
const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});
