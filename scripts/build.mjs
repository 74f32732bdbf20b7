// npm run build: builds everything anew when a source is newer than the last build.
import { ensureBuild } from './lib/build.mjs';
import { ensurePackages, findNode } from './lib/packages.mjs';

ensurePackages();
ensureBuild(findNode());
