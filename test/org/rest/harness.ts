/** A local org without HTTP, and short ways to call it. */
import { openLocalOrg } from '../../../scripts/org/index.ts';
import type { LocalOrg } from '../../../scripts/org/index.ts';
import { splitTarget } from '../../../scripts/org/rest/message.ts';
import { zipSync } from 'fflate';

export const DATA = '/services/data/v66.0';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed JSON; `undefined` for other bodies. */
  readonly json: unknown;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null` sends none. */
  readonly token?: string | null;
}

export class TestOrg {
  readonly local: LocalOrg = openLocalOrg();

  call(method: string, target: string, options: CallOptions = {}): Answer {
    const token = options.token === undefined ? this.local.accessToken : options.token;
    const { body } = options;
    const bytes =
      body === undefined
        ? Buffer.alloc(0)
        : Buffer.isBuffer(body)
          ? body
          : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const response = this.local.handle({
      method,
      ...splitTarget(target),
      headers: {
        host: '127.0.0.1:7070',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...options.headers,
      },
      body: bytes,
    });
    const text = Buffer.from(response.body).toString('utf8');
    const isJson = (response.headers['content-type'] ?? '').includes('json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  query(soql: string): Record<string, unknown>[] {
    const answer = this.call('GET', `${DATA}/query?q=${encodeURIComponent(soql)}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return (answer.json as { records: Record<string, unknown>[] }).records;
  }

  create(object: string, values: Readonly<Record<string, unknown>>): string {
    const answer = this.call('POST', `${DATA}/sobjects/${object}`, { body: values });
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.json as { id: string }).id;
  }

  /** Deploys files over REST and returns the deploy result. */
  deploy(files: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>> = {}): DeployResult {
    const zip = Buffer.from(
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
    );
    const boundary = 'test-boundary';
    const part = (head: string, body: Buffer): Buffer[] => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      body,
      Buffer.from('\r\n'),
    ];
    const body = Buffer.concat([
      ...part(
        'name="entity_content"',
        Buffer.from(JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true, ...options } })),
      ),
      ...part('name="file"; filename="package.xml"', zip),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    const accepted = this.call('POST', `${DATA}/metadata/deployRequest`, {
      body,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    if (accepted.status !== 201) throw new Error(accepted.text);
    this.local.settle();
    const { id } = accepted.json as { id: string };
    return (
      this.call('GET', `${DATA}/metadata/deployRequest/${id}?includeDetails=true`).json as {
        deployResult: DeployResult;
      }
    ).deployResult;
  }

  soap(api: 'm' | 's' | 'u', operation: string, options: { token?: string } = {}): Answer {
    const session = options.token ?? this.local.accessToken;
    const envelope = `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></env:Header><env:Body>${operation}</env:Body></env:Envelope>`;
    return this.call('POST', `/services/Soap/${api}/66.0`, {
      body: envelope,
      token: null,
      headers: { 'content-type': 'text/xml' },
    });
  }

  close(): void {
    this.local.close();
  }
}

export interface DeployResult {
  readonly status: string;
  readonly success: boolean;
  readonly details: {
    readonly componentFailures: readonly {
      fullName: string;
      problem: string;
      lineNumber?: number;
      columnNumber?: number;
      fileName: string;
    }[];
    readonly componentSuccesses: readonly {
      fullName: string;
      componentType: string;
      id?: string;
      created: boolean;
      changed: boolean;
      deleted: boolean;
    }[];
    readonly runTestResult: {
      numTestsRun: number;
      numFailures: number;
      failures: readonly { methodName: string; message: string }[];
      codeCoverage: readonly { name: string }[];
    };
  };
}

export function packageXml(types: Readonly<Record<string, readonly string[]>>): string {
  const blocks = Object.entries(types).map(
    ([name, members]) =>
      `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata">${blocks.join('')}<version>66.0</version></Package>`;
}

export function apexClass(name: string, text: string): Record<string, string> {
  const meta =
    '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';
  return { [`classes/${name}.cls`]: text, [`classes/${name}.cls-meta.xml`]: meta };
}

/** A custom object with one text field and a list view. */
export const THING = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <deploymentStatus>Deployed</deploymentStatus>
    <fields>
        <fullName>Key__c</fullName>
        <caseSensitive>false</caseSensitive>
        <externalId>true</externalId>
        <label>Key</label>
        <length>20</length>
        <type>Text</type>
        <unique>true</unique>
    </fields>
    <label>Thing</label>
    <listViews>
        <fullName>Keyed</fullName>
        <columns>NAME</columns>
        <columns>Key__c</columns>
        <filterScope>Everything</filterScope>
        <filters>
            <field>Key__c</field>
            <operation>startsWith</operation>
            <value>k</value>
        </filters>
        <label>Keyed</label>
    </listViews>
    <nameField>
        <label>Thing Name</label>
        <type>Text</type>
    </nameField>
    <pluralLabel>Things</pluralLabel>
    <sharingModel>ReadWrite</sharingModel>
</CustomObject>
`;

/** Rights on the custom object and its fields for the administrator. */
export const THING_RIGHTS = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>true</editable>
        <field>Thing__c.Key__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <label>Things</label>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowDelete>true</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>true</modifyAllRecords>
        <object>Thing__c</object>
        <viewAllRecords>true</viewAllRecords>
    </objectPermissions>
</PermissionSet>
`;

/** Deploys the object and gives its rights to the administrator. */
export function deployThing(org: TestOrg): void {
  const result = org.deploy({
    'package.xml': packageXml({ CustomObject: ['Thing__c'], PermissionSet: ['Things'] }),
    'objects/Thing__c.object': THING,
    'permissionsets/Things.permissionset': THING_RIGHTS,
  });
  if (!result.success) throw new Error(JSON.stringify(result.details.componentFailures));
  const [set] = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Things'");
  org.create('PermissionSetAssignment', { AssigneeId: org.local.adminId, PermissionSetId: set?.['Id'] });
}
