/** An org in this process with the package deployed, set up and given to its administrator: for tests of the whole package by its doors. */
import path from 'node:path';
import { openLocalOrg } from '../../scripts/org/index.ts';
import type { LocalOrg } from '../../scripts/org/index.ts';
import { advanceTo } from '../../scripts/org/control/advance.ts';
import { readPackage } from '../../scripts/org/rest/metadata/read-package.ts';
import { splitTarget } from '../../scripts/org/rest/message.ts';
import { buildLwc } from '../../scripts/salesforce/build-lwc.ts';
import { packageDirectories, zipOf } from '../../scripts/salesforce/project.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const APEX_REST = '/services/apexrest/v1';
const DATA = '/services/data/v66.0';

export const PACKAGE_ID = '033000000000001AAA';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly json: T;
}

/** What every REST resource of the package answers where it refuses. */
export type Refusals = readonly { readonly errorCode: string; readonly message: string; readonly field?: string }[];

export class PackageOrg {
  readonly local: LocalOrg = openLocalOrg();

  /** @param more folders that are deployed with the package, relative to the project */
  static async open(...more: readonly string[]): Promise<PackageOrg> {
    const org = new PackageOrg();
    await buildLwc(ROOT);
    const folders = [...packageDirectories(ROOT), ...more.map((folder) => path.join(ROOT, folder))];
    const content = readPackage(await zipOf(folders));
    const { problems } = org.local.org.deployMetadata(content.components);
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)));
    org.assign('LMA_Admin', 'LMA_License_Manager', 'LMA_Integration');
    org.setUp();
    return org;
  }

  call<T = unknown>(method: string, target: string, body?: unknown): Answer<T> {
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const response = this.local.handle({
      method,
      ...splitTarget(target),
      headers: { host: '127.0.0.1:7070', authorization: `Bearer ${this.local.accessToken}` },
      body: Buffer.from(text),
    });
    const answer = Buffer.from(response.body).toString('utf8');
    return { status: response.status, json: (answer === '' ? null : JSON.parse(answer)) as T };
  }

  /** A resource of the package, for example `/events`. */
  rest<T = unknown>(method: string, resource: string, body?: unknown): Answer<T> {
    return this.call<T>(method, `${APEX_REST}${resource}`, body);
  }

  query<T = Record<string, unknown>>(soql: string): readonly T[] {
    const { status, json } = this.call<{ records: T[] }>('GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return json.records;
  }

  create(object: string, values: Readonly<Record<string, unknown>>): string {
    const { status, json } = this.call<{ id: string }>('POST', `${DATA}/sobjects/${object}`, values);
    if (status !== 201) throw new Error(JSON.stringify(json));
    return json.id;
  }

  /** Lets days pass, with everything that falls due in them. */
  advance(days: number): void {
    const { clock, org } = this.local.hosted;
    advanceTo(org, clock, clock.now() + days * 86_400_000);
  }

  close(): void {
    this.local.close();
  }

  private assign(...names: readonly string[]): void {
    for (const name of names) {
      const [set] = this.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
      this.create('PermissionSetAssignment', { AssigneeId: this.local.adminId, PermissionSetId: set?.Id });
    }
  }

  private setUp(): void {
    const step = (name: string, body: unknown = {}): void => {
      const { status, json } = this.rest('POST', `/setup/${name}`, body);
      if (status !== 200) throw new Error(`${name}: ${JSON.stringify(json)}`);
    };
    step('designate');
    step('templates');
    step('settings', { registersUnknownPackages: false, timeZone: 'UTC' });
    step('go-live', { goLiveOn: '2026-01-01' });
    step('packages', {
      packages: [{ id: PACKAGE_ID, name: 'Acme Forms', namespace: 'acme', commercialModel: 'Paid', channel: 'None' }],
    });
    step('jobs');
  }
}

/** An install by a person with this last name; each key is an org and an event of its own. */
export function install(key: string, lastName: string, more: Readonly<Record<string, unknown>> = {}): object {
  return {
    eventId: `install-${key}`,
    type: 'install',
    occurredAt: '2026-03-01T10:00:00Z',
    sequence: 1,
    pkg: { id: PACKAGE_ID },
    version: { id: '04t000000000001AAA', versionNumber: '1.0.0.1' },
    org: { id: `00DSim${key.padStart(9, '0')}`, name: `Org ${key}`, edition: 'Enterprise Edition', status: 'Active' },
    installer: { firstName: 'Jo', lastName, email: `jo@${key}.example`, company: `Org ${key}` },
    ...more,
  };
}
