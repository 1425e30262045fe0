/** SOAP messages: reads an envelope into its operation and writes answers and faults in the shapes the official clients parse. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { OrgError } from '../../types.ts';
import { asOrgError } from '../errors.ts';
import { escapeMarkup } from '../escape.ts';
import { text } from '../message.ts';
import type { OrgResponse } from '../message.ts';

/** A parsed element: text, or its children by local name. */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] };

export interface SoapCall {
  /** Local name of the body's element, for example `deploy`. */
  readonly operation: string;
  readonly argument: XmlNode;
  readonly sessionId?: string;
  readonly header: XmlNode;
}

export const NAMESPACES = {
  metadata: 'http://soap.sforce.com/2006/04/metadata',
  apex: 'http://soap.sforce.com/2006/08/apex',
  partner: 'urn:partner.soap.sforce.com',
} as const;

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
});

/** Children named `name`, as a list whatever their number. */
export function all(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  if (node === undefined || typeof node === 'string') return [];
  const value = node[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly XmlNode[]) : [value as XmlNode];
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return all(node, name)[0];
}

export function textAt(node: XmlNode | undefined, name: string): string | undefined {
  const value = child(node, name);
  return typeof value === 'string' ? value : undefined;
}

/** Parses XML text; throws `OrgError` with line and column where it is malformed. */
export function parseXml(xml: string): XmlNode {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    throw new OrgError('INVALID_XML', `Error parsing file: ${valid.err.msg} (${valid.err.line}:${valid.err.col})`, {
      line: valid.err.line,
      column: valid.err.col,
    });
  }
  if (/<!DOCTYPE/i.test(xml))
    throw new OrgError('INVALID_XML', 'Error parsing file: document type declarations are not allowed (1:1)');
  return parser.parse(xml) as XmlNode;
}

export function readEnvelope(xml: string): SoapCall {
  const envelope = child(parseXml(xml), 'Envelope');
  const body = child(envelope, 'Body');
  if (body === undefined || typeof body === 'string') {
    throw new OrgError('INVALID_SOAP', 'The request is not a SOAP envelope with a Body', { status: 500 });
  }
  const operation = Object.keys(body)[0];
  if (operation === undefined) throw new OrgError('INVALID_SOAP', 'The SOAP Body is empty', { status: 500 });
  const header = child(envelope, 'Header') ?? '';
  const sessionId = textAt(child(header, 'SessionHeader') ?? child(header, 'CallOptions'), 'sessionId');
  return {
    operation,
    argument: child(body, operation) ?? '',
    header,
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}

/** A value as elements: lists repeat the element, `null` is `xsi:nil`, `undefined` is left out. */
export function toXml(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((entry) => toXml(name, entry)).join('');
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, entry]) => toXml(key, entry));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeMarkup(String(value))}</${name}>`;
}

const ENVELOPE_OPEN =
  '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const TYPE = 'text/xml; charset=utf-8';

/** `body` and `header` are objects whose keys become elements. */
export function soapAnswer(
  namespace: string,
  body: Readonly<Record<string, unknown>>,
  header?: Readonly<Record<string, unknown>>,
): OrgResponse {
  const elements = (parts: Readonly<Record<string, unknown>>): string =>
    Object.entries(parts)
      .map(([name, value]) => toXml(name, value))
      .join('');
  const head = header === undefined ? '' : `<soapenv:Header>${elements(header)}</soapenv:Header>`;
  const envelope = `${ENVELOPE_OPEN} xmlns="${namespace}" ${XSI}>${head}<soapenv:Body>${elements(body)}</soapenv:Body></soapenv:Envelope>`;
  return text(envelope, TYPE);
}

/** A SOAP fault, status 500 as SOAP 1.1 asks. */
export function soapFault(thrown: unknown): OrgResponse {
  const error = asOrgError(thrown);
  const message = escapeMarkup(`${error.code}: ${error.message}`);
  const fault = `<soapenv:Fault><faultcode>sf:${escapeMarkup(error.code)}</faultcode><faultstring>${message}</faultstring></soapenv:Fault>`;
  return text(
    `${ENVELOPE_OPEN} xmlns:sf="http://soap.sforce.com/2006/08/fault" ${XSI}><soapenv:Body>${fault}</soapenv:Body></soapenv:Envelope>`,
    TYPE,
    500,
  );
}
