/** Every row of the library. */
import { COLLECTIONS } from './collection.cases.ts';
import { DATABASE } from './database.cases.ts';
import { ASSERTIONS, EXCEPTIONS } from './exception.cases.ts';
import { EXTENSIONS } from './extension.cases.ts';
import { JSON_FORMATS } from './json.cases.ts';
import { MESSAGING } from './messaging.cases.ts';
import { MOMENTS } from './moment.cases.ts';
import { NUMBERS } from './number.cases.ts';
import { PLATFORM } from './platform.cases.ts';
import { PRIMITIVES } from './primitive.cases.ts';
import { RECORDS } from './record.cases.ts';
import type { LibraryRow } from './rows.ts';
import { STRING } from './string.cases.ts';
import { TEXT_FORMATS } from './text-format.cases.ts';
import { SERVICES_AND_WEB } from './web.cases.ts';

export const LIBRARY_ROWS: readonly LibraryRow[] = [
  ...STRING,
  ...NUMBERS,
  ...PRIMITIVES,
  ...MOMENTS,
  ...COLLECTIONS,
  ...JSON_FORMATS,
  ...TEXT_FORMATS,
  ...EXCEPTIONS,
  ...ASSERTIONS,
  ...RECORDS,
  ...DATABASE,
  ...PLATFORM,
  ...MESSAGING,
  ...SERVICES_AND_WEB,
  ...EXTENSIONS,
];
