/** Every function of the support table, by name. License L-4: 2025-12-31, installed 2026-03-17 06:59 UTC. */
import { page } from './row.ts';
import type { QueryRow } from './row.ts';

const DATES = page('sforce_api_calls_soql_select_date_functions');
const AGGREGATES = page('sforce_api_calls_soql_select_agg_functions');
const ROLLUP = page('sforce_api_calls_soql_select_groupby_rollup');
const CUBE = page('sforce_api_calls_soql_select_groupby_cube');
const ZONES = page('sforce_api_calls_soql_select_convert_time_zone');

const on = (call: string, expected: unknown): QueryRow => ({
  name: call,
  soql: `SELECT ${call} v FROM License__c WHERE Name = 'L-4' GROUP BY ${call}`,
  expected: [{ v: expected }],
  source: DATES,
});
const all = (call: string, expected: unknown): QueryRow => ({
  name: `${call} over four licenses`,
  soql: `SELECT ${call} v FROM License__c`,
  expected: [{ v: expected }],
  source: AGGREGATES,
});
const refused = (soql: string, message: RegExp, source = AGGREGATES, code = 'MALFORMED_QUERY'): QueryRow => ({
  name: soql,
  soql,
  error: { code, message },
  source,
});

export const FUNCTION_ROWS: readonly QueryRow[] = [
  on('CALENDAR_YEAR(Expires__c)', 2025),
  on('CALENDAR_QUARTER(Expires__c)', 4),
  on('CALENDAR_MONTH(Expires__c)', 12),
  on('FISCAL_YEAR(Expires__c)', 2025),
  on('FISCAL_QUARTER(Expires__c)', 4),
  on('FISCAL_MONTH(Expires__c)', 12),
  on('DAY_IN_MONTH(Expires__c)', 31),
  on('DAY_IN_WEEK(Expires__c)', 4),
  on('DAY_IN_YEAR(Expires__c)', 365),
  on('WEEK_IN_MONTH(Expires__c)', 5),
  on('WEEK_IN_YEAR(Expires__c)', 53),
  on('DAY_ONLY(Installed__c)', '2026-03-17'),
  on('HOUR_IN_DAY(Installed__c)', 6),
  { ...on('HOUR_IN_DAY(convertTimezone(Installed__c))', 23), source: ZONES },
  { ...on('DAY_ONLY(convertTimezone(Installed__c))', '2026-03-16'), source: ZONES },
  { ...on('CALENDAR_MONTH(convertTimezone(Installed__c))', 3), source: ZONES },
  {
    name: 'a date function of a blank is blank',
    soql: "SELECT CALENDAR_YEAR(Expires__c) v FROM License__c WHERE Name = 'L-3' GROUP BY CALENDAR_YEAR(Expires__c)",
    expected: [{ v: null }],
    source: DATES,
  },
  refused(
    'SELECT Id FROM License__c WHERE ¦HOUR_IN_DAY(Expires__c) = 1',
    /does not support function HOUR_IN_DAY/,
    DATES,
  ),
  refused('SELECT Id FROM License__c WHERE ¦DAY_ONLY(Expires__c) = TODAY', /does not support function DAY_ONLY/, DATES),
  refused('SELECT Id FROM License__c WHERE ¦CALENDAR_YEAR(Name) = 1', /does not support function CALENDAR_YEAR/, DATES),
  refused(
    'SELECT Id FROM License__c WHERE DAY_ONLY(¦convertTimezone(Expires__c)) = TODAY',
    /does not support function convertTimezone/,
    ZONES,
  ),
  all('COUNT(Id)', 4),
  all('COUNT(Seats__c)', 3),
  all('COUNT_DISTINCT(Account__c)', 2),
  all('SUM(Seats__c)', 16),
  all('AVG(Used__c)', 2.5),
  all('MIN(Seats__c)', 1),
  all('MAX(Expires__c)', '2026-03-18'),
  all('MIN(Name)', 'L-1'),
  all('MAX(Status__c)', 'Trial'),
  {
    name: 'aggregates of no rows are blank, counts are zero',
    soql: "SELECT SUM(Seats__c) s, AVG(Seats__c) a, MIN(Seats__c) i, MAX(Seats__c) x, COUNT(Id) c FROM License__c WHERE Name = 'none'",
    expected: [{ s: null, a: null, i: null, x: null, c: 0 }],
    source: AGGREGATES,
  },
  refused('SELECT ¦SUM(Name) FROM License__c', /field Name does not support aggregate operator SUM/),
  refused('SELECT ¦AVG(Expires__c) FROM License__c', /does not support aggregate operator AVG/),
  refused('SELECT ¦MAX(Sandbox__c) FROM License__c', /does not support aggregate operator MAX/),
  refused('SELECT ¦MIN(Features__c) FROM License__c', /does not support aggregate operator MIN/),
  refused('SELECT ¦COUNT(Notes__c) FROM License__c', /does not support aggregate operator COUNT/),
  {
    name: 'GROUPING tells subtotals from blank values',
    soql: 'SELECT Status__c s, GROUPING(Status__c) g, COUNT(Id) n FROM License__c GROUP BY ROLLUP(Status__c) ORDER BY GROUPING(Status__c), Status__c',
    expected: [
      { s: null, g: 0, n: 1 },
      { s: 'Trial', g: 0, n: 1 },
      { s: 'Active', g: 0, n: 1 },
      { s: 'Suspended', g: 0, n: 1 },
      { s: null, g: 1, n: 4 },
    ],
    source: ROLLUP,
  },
  {
    name: 'CUBE sums over every combination',
    soql: 'SELECT Sandbox__c b, Package__r.Name p, COUNT(Id) n FROM License__c GROUP BY CUBE(Sandbox__c, Package__r.Name) ORDER BY GROUPING(Sandbox__c), GROUPING(Package__r.Name), Sandbox__c, Package__r.Name',
    expected: [
      { b: false, p: 'Alpha', n: 1 },
      { b: false, p: 'Beta', n: 2 },
      { b: true, p: 'Alpha', n: 1 },
      { b: false, p: null, n: 3 },
      { b: true, p: null, n: 1 },
      { b: null, p: 'Alpha', n: 2 },
      { b: null, p: 'Beta', n: 2 },
      { b: null, p: null, n: 4 },
    ],
    source: CUBE,
  },
  refused(
    'SELECT ¦GROUPING(Name) FROM License__c GROUP BY Name',
    /Field must be grouped or aggregated: GROUPING\(Name\)/,
    ROLLUP,
  ),
  refused('SELECT GROUPING(¦Name) FROM License__c GROUP BY ROLLUP(Status__c)', /Field must be grouped: Name/, ROLLUP),
  {
    name: 'toLabel shows labels and filters by them',
    soql: "SELECT toLabel(Status__c) FROM License__c WHERE toLabel(Status__c) = 'On trial'",
    shown: [{ Status__c: 'On trial' }],
    source: page('sforce_api_calls_soql_select_tolabel'),
  },
  {
    name: 'toLabel with an alias beside the value',
    soql: "SELECT Status__c, toLabel(Status__c) shown FROM License__c WHERE Name = 'L-2'",
    shown: [{ Status__c: 'Trial', shown: 'On trial' }],
    source: page('sforce_api_calls_soql_select_tolabel'),
  },
  refused(
    'SELECT ¦toLabel(Seats__c) FROM License__c',
    /does not support function toLabel/,
    page('sforce_api_calls_soql_select_tolabel'),
  ),
  {
    name: 'FORMAT in the locale and zone of the user',
    soql: "SELECT FORMAT(Int__c) i, FORMAT(Double__c) d, FORMAT(Money__c) m, FORMAT(Rate__c) p, FORMAT(Day__c) y, FORMAT(At__c) t FROM Sample__c WHERE Name = 'full'",
    shown: [{ i: '7', d: '2.5', m: '$1,234.50', p: '12.5%', y: '3/17/2026', t: '3/17/26, 4:30 PM' }],
    source: page('sforce_api_calls_soql_select_format'),
  },
  {
    name: 'FORMAT of an aggregate',
    soql: 'SELECT FORMAT(SUM(Money__c)) total, FORMAT(MIN(Day__c)) first FROM Sample__c',
    expected: [{ total: '$1,234.50', first: '3/17/2026' }],
    source: page('sforce_api_calls_soql_select_format'),
  },
  refused(
    'SELECT ¦FORMAT(Name) FROM Sample__c',
    /field Name does not support function FORMAT/,
    page('sforce_api_calls_soql_select_format'),
  ),
  refused(
    'SELECT ¦convertCurrency(Money__c) FROM Sample__c',
    /The function CONVERTCURRENCY is not supported by the local org: the org has one currency/,
    page('sforce_api_calls_soql_querying_currency_fields'),
  ),
  refused(
    "SELECT Name FROM Sample__c WHERE ¦DISTANCE(Link__c, GEOLOCATION(37.7, -122.4), 'mi') < 20",
    /The function DISTANCE is not supported by the local org: there are no geolocation fields/,
    page('sforce_api_calls_soql_geolocate'),
  ),
];
