/** `npm run build:lwc`: compiles this project's Lightning components. */
import path from 'node:path';
import { buildLwc } from './build-lwc.ts';

const { written, modules } = await buildLwc(path.resolve(import.meta.dirname, '..', '..'));
console.log(`${written} of ${modules} Lightning modules compiled, the others are up to date`);
