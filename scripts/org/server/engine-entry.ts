/** Entry of the engine thread: what it loads comes from the cache of compiled modules, which every thread enables for itself. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'compile'));

await import('./engine.ts');
