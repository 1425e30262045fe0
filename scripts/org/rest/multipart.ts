/** Reads multipart/form-data bodies: the two metadata and package requests the official clients send that way. */
import { OrgError } from '../types.ts';
import type { OrgRequest } from './message.ts';

export interface FormPart {
  readonly name: string;
  readonly filename?: string;
  readonly contentType?: string;
  readonly body: Buffer;
}

function header(head: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim();
}

function parameter(value: string, name: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${name}="?([^";]*)"?`, 'i').exec(value)?.[1];
}

function readPart(raw: Buffer): FormPart | undefined {
  const gap = raw.indexOf('\r\n\r\n');
  if (gap < 0) return undefined;
  const head = raw.subarray(0, gap).toString('latin1');
  const disposition = header(head, 'content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (name === undefined) return undefined;
  const filename = parameter(disposition, 'filename');
  const contentType = header(head, 'content-type');
  return {
    name,
    body: raw.subarray(gap + 4),
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}

export function readMultipart(request: OrgRequest): FormPart[] {
  const boundary = parameter(request.headers['content-type'] ?? '', 'boundary');
  if (boundary === undefined)
    throw new OrgError('UNSUPPORTED_MEDIA_TYPE', 'multipart/form-data with a boundary is required', { status: 415 });
  // A leading line break lets the first delimiter look like all the others.
  const data = Buffer.concat([Buffer.from('\r\n'), Buffer.from(request.body)]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: FormPart[] = [];
  let start = data.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    const next = data.indexOf(delimiter, from);
    if (next < 0) break;
    const part = readPart(data.subarray(from + 2, next));
    if (part !== undefined) parts.push(part);
    start = next;
  }
  return parts;
}
