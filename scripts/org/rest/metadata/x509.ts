/** Writes a minimal self-signed X.509 certificate (DER, RFC 5280): node:crypto makes keys and signatures but no certificates. */
import { randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

function length(size: number): Buffer {
  if (size < 128) return Buffer.from([size]);
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest >>= 8) bytes.unshift(rest & 255);
  return Buffer.from([128 | bytes.length, ...bytes]);
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts);
const NULL = Buffer.from([0x05, 0x00]);
const COMMON_NAME = Buffer.from([0x06, 0x03, 0x55, 0x04, 0x03]);
const SHA256_WITH_RSA = sequence(Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]), NULL);
const VERSION_3 = Buffer.from([0xa0, 0x03, 0x02, 0x01, 0x02]);

function name(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(commonName, 'utf8')))));
}

/** `YYYYMMDDHHMMSSZ`; UTC time is required before 2050, generalized time from then on. */
function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const isUtc = Number(digits.slice(0, 4)) < 2050;
  return tagged(isUtc ? 0x17 : 0x18, Buffer.from(`${isUtc ? digits.slice(2) : digits}Z`, 'latin1'));
}

const YEAR_MS = 365 * 86_400_000;

/** PEM text of a certificate valid from `nowMs` for one year. */
export function selfSign(privateKey: KeyObject, publicKey: KeyObject, commonName: string, nowMs: number): string {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const issuer = name(commonName);
  const body = sequence(
    VERSION_3,
    tagged(0x02, serial),
    SHA256_WITH_RSA,
    issuer,
    sequence(time(nowMs), time(nowMs + YEAR_MS)),
    issuer,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, SHA256_WITH_RSA, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
