/** What the org holds: licenses by effective status and package, leads by what became of them. */
import type { Connection } from '@salesforce/core';

export interface Summary {
  /** Package name → effective status → licenses. */
  readonly licenses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Created, Matched, Skipped, Failed → links. */
  readonly leads: Readonly<Record<string, number>>;
}

export const STATUSES = ['Trial', 'Active', 'Suspended', 'Expired', 'Uninstalled'] as const;

export async function summarise(connection: Connection): Promise<Summary> {
  const licenses: Record<string, Record<string, number>> = {};
  const soql = 'SELECT License_Status__c, Package__r.Name FROM License__c';
  let page = await connection.query<{ License_Status__c: string; Package__r: { Name: string } | null }>(soql);
  for (;;) {
    for (const row of page.records) {
      const counts = (licenses[row.Package__r?.Name ?? 'Unknown'] ??= {});
      counts[row.License_Status__c] = (counts[row.License_Status__c] ?? 0) + 1;
    }
    if (page.done || page.nextRecordsUrl === undefined) break;
    page = await connection.queryMore(page.nextRecordsUrl);
  }
  const links = await connection.query<{ Status__c: string; links: number }>(
    'SELECT Status__c, COUNT(Id) links FROM Lead_Link__c GROUP BY Status__c',
  );
  return { licenses, leads: Object.fromEntries(links.records.map((row) => [row.Status__c, row.links])) };
}

/** Lines of a table: one package a line, statuses across, totals at the end. */
export function summaryLines(summary: Summary): string[] {
  const names = Object.keys(summary.licenses).sort();
  const width = Math.max('Package'.length, ...names.map((name) => name.length));
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(13)).join('');
  const count = (name: string, status: string): number => summary.licenses[name]?.[status] ?? 0;
  const rowTotal = (name: string): number => STATUSES.reduce((sum, status) => sum + count(name, status), 0);
  const totals = STATUSES.map((status) => names.reduce((sum, name) => sum + count(name, status), 0));
  const leads = ['Created', 'Matched', 'Skipped', 'Failed'].map(
    (status) => `${summary.leads[status] ?? 0} ${status.toLowerCase()}`,
  );
  return [
    line('Package', [...STATUSES, 'All']),
    ...names.map((name) => line(name, [...STATUSES.map((status) => count(name, status)), rowTotal(name)])),
    line('All', [...totals, totals.reduce((sum, total) => sum + total, 0)]),
    `Leads: ${leads.join(', ')}`,
  ];
}
