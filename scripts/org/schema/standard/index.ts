/** Every standard object the local org knows. */
import type { StandardObject } from '../standard-object.ts';
import { PEOPLE } from './people.ts';
import { PERMISSIONS } from './permissions.ts';
import { PLATFORM } from './platform.ts';
import { SALES, SALES_SHARES } from './sales.ts';
import { TOOLING } from './tooling.ts';

export const STANDARD_OBJECTS: readonly StandardObject[] = [
  ...PEOPLE,
  ...PERMISSIONS,
  ...SALES,
  ...SALES_SHARES,
  ...PLATFORM,
  ...TOOLING,
];
