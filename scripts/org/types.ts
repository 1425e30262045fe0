/** Shared vocabulary of the local org. Everything above may import this file; it imports nothing. */

/**
 * A stored field value. By field type: `date` is ISO text `YYYY-MM-DD`, `datetime` is epoch milliseconds, `time` is
 * milliseconds since midnight, every number type is a JavaScript number, `boolean` is a JavaScript boolean, `base64`
 * is base64 text, everything else is text. Absent values are `null`, never `undefined` and never the empty string.
 */
export type Raw = string | number | boolean | null;

/** A record id in its 18-character form. */
export type Id = string;

/** The org's own time. Nothing in the local org reads the machine's clock except the owner of this object. */
export interface Clock {
  /** Epoch milliseconds in org time. */
  now(): number;
}

/** One file (with its `-meta.xml`, where it has one) of the org's metadata, as a deploy brings it. */
export interface MetadataComponent {
  /** Metadata API type name, for example `CustomObject`, `ApexClass`, `PermissionSet`. */
  readonly type: string;
  /** Full name, for example `License__c`, `LicenseService`. Children of objects stay inside their object. */
  readonly fullName: string;
  /** Path inside the deployed package, forward slashes, for example `classes/LicenseService.cls`. */
  readonly path: string;
  /** The file's text; bundles (LWC) keep their files in `files`. */
  readonly content: string;
  /** Text of the `-meta.xml` beside it, where the type has one. */
  readonly meta?: string;
  /** Files of a bundle by name, for example `licensePanel.html`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What is wrong with one component, where, in the words the Metadata API would use. */
export interface ComponentProblem {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly message: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** The file may be right: it needs what the local org does not have. Lenient deploys tell. */
  readonly unsupported?: true;
}

/** An error in Salesforce's shape: a status code in capitals and a message that names the place. */
export class OrgError extends Error {
  readonly code: string;
  /** HTTP status the REST layer answers with. */
  readonly status: number;
  readonly fields: readonly string[];
  readonly line?: number;
  readonly column?: number;
  constructor(
    code: string,
    message: string,
    options: { status?: number; fields?: readonly string[]; line?: number; column?: number } = {},
  ) {
    super(message);
    this.name = 'OrgError';
    this.code = code;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? [];
    if (options.line !== undefined) this.line = options.line;
    if (options.column !== undefined) this.column = options.column;
  }
}
