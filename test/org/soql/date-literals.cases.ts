/**
 * First and last day of every relative date, on Tuesday 2026-03-17 in Los Angeles (already the 18th in UTC; daylight
 * saving began on the 8th). Weeks begin on Sunday, fiscal years on 1 January.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 */
export interface DateLiteralRow {
  readonly literal: string;
  readonly first: string;
  readonly last: string;
}

const row = (literal: string, first: string, last = first): DateLiteralRow => ({ literal, first, last });
const fiscal = (literal: string, first: string, last: string): DateLiteralRow[] => [
  row(literal, first, last),
  row(literal.replace(/(QUARTER|YEAR)/, 'FISCAL_$1'), first, last),
];

export const DATE_LITERAL_ROWS: readonly DateLiteralRow[] = [
  row('YESTERDAY', '2026-03-16'),
  row('TODAY', '2026-03-17'),
  row('TOMORROW', '2026-03-18'),
  row('LAST_WEEK', '2026-03-08', '2026-03-14'),
  row('THIS_WEEK', '2026-03-15', '2026-03-21'),
  row('NEXT_WEEK', '2026-03-22', '2026-03-28'),
  row('LAST_MONTH', '2026-02-01', '2026-02-28'),
  row('THIS_MONTH', '2026-03-01', '2026-03-31'),
  row('NEXT_MONTH', '2026-04-01', '2026-04-30'),
  row('LAST_90_DAYS', '2025-12-17', '2026-03-17'),
  row('NEXT_90_DAYS', '2026-03-18', '2026-06-15'),
  row('LAST_N_DAYS:7', '2026-03-10', '2026-03-17'),
  row('NEXT_N_DAYS:7', '2026-03-18', '2026-03-24'),
  row('N_DAYS_AGO:7', '2026-03-10'),
  row('LAST_N_WEEKS:2', '2026-03-01', '2026-03-14'),
  row('NEXT_N_WEEKS:2', '2026-03-22', '2026-04-04'),
  row('N_WEEKS_AGO:2', '2026-03-01', '2026-03-07'),
  row('LAST_N_MONTHS:3', '2025-12-01', '2026-02-28'),
  row('NEXT_N_MONTHS:2', '2026-04-01', '2026-05-31'),
  row('N_MONTHS_AGO:2', '2026-01-01', '2026-01-31'),
  ...fiscal('LAST_QUARTER', '2025-10-01', '2025-12-31'),
  ...fiscal('THIS_QUARTER', '2026-01-01', '2026-03-31'),
  ...fiscal('NEXT_QUARTER', '2026-04-01', '2026-06-30'),
  ...fiscal('LAST_N_QUARTERS:2', '2025-07-01', '2025-12-31'),
  ...fiscal('NEXT_N_QUARTERS:2', '2026-04-01', '2026-09-30'),
  ...fiscal('N_QUARTERS_AGO:2', '2025-07-01', '2025-09-30'),
  ...fiscal('LAST_YEAR', '2025-01-01', '2025-12-31'),
  ...fiscal('THIS_YEAR', '2026-01-01', '2026-12-31'),
  ...fiscal('NEXT_YEAR', '2027-01-01', '2027-12-31'),
  ...fiscal('LAST_N_YEARS:2', '2024-01-01', '2025-12-31'),
  ...fiscal('NEXT_N_YEARS:2', '2027-01-01', '2028-12-31'),
  ...fiscal('N_YEARS_AGO:2', '2024-01-01', '2024-12-31'),
];
