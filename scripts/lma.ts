/** The one command line of Open LMA: `npm run lma -- <command>`. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Compiled modules are kept between runs: it halves the time until a command does its work. Worker threads enable their own.
enableCompileCache(path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'compile'));

// Only now, so that what it loads comes from the cache.
const { execute } = await import('@oclif/core');
await execute({ dir: import.meta.url });
