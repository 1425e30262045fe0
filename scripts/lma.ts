/** The one command line of Open LMA: `npm run lma -- <command>`. */
import { execute } from '@oclif/core';

await execute({ dir: import.meta.url });
