/** Crypto and EncodingUtil. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import type { KeyObject, SignKeyObjectInput } from 'node:crypto';
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { ApexBlob } from './values/blob.ts';
import { requireArgument, throwException } from './values/exception.ts';

/** Digest by the name that Apex gives it. */
export const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};
export const MACS: Readonly<Record<string, string>> = {
  hmacMD5: 'md5',
  hmacSHA1: 'sha1',
  hmacSHA256: 'sha256',
  hmacSHA512: 'sha512',
};
export const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA256-PLAIN': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
};
/** Length of the key by cipher. */
export const KEY_BYTES: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };

function choose(table: Readonly<Record<string, string>>, name: string | null): string {
  const given = requireArgument(name);
  const key = Object.keys(table).find((each) => each.toLowerCase() === given.toLowerCase());
  return key === undefined
    ? throwException('InvalidParameterValueException', `Invalid algorithm: ${given}`)
    : table[key]!;
}

const bytes = (blob: ApexBlob | null): Uint8Array => requireArgument(blob).bytes;
const blob = (buffer: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(buffer));

/** Keys come as PKCS8 or SPKI in DER. */
function privateKey(key: ApexBlob | null): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(bytes(key)), format: 'der', type: 'pkcs8' });
  } catch {
    return throwException('InvalidParameterValueException', 'Invalid private key. Must be in PKCS#8 format.');
  }
}

function certificate(name: string | null): { privateKeyPem: string; publicKeyPem: string } {
  const given = requireArgument(name);
  return (
    host().certificate(given) ??
    throwException('NoDataFoundException', `Data Not Found: Failed to find certificate: ${given}`)
  );
}

/** A plain signature is its two numbers one behind the other, any other one has the form of ASN.1. */
function shaped(algorithm: string | null, key: KeyObject): SignKeyObjectInput {
  const isPlain = requireArgument(algorithm).toUpperCase().endsWith('-PLAIN');
  return isPlain ? { key, dsaEncoding: 'ieee-p1363' } : { key };
}

function sign(algorithm: string | null, input: ApexBlob | null, key: KeyObject): ApexBlob {
  return blob(signBytes(choose(SIGNATURES, algorithm), bytes(input), shaped(algorithm, key)));
}

function verify(algorithm: string | null, data: ApexBlob | null, signature: ApexBlob | null, key: KeyObject): boolean {
  return verifyBytes(choose(SIGNATURES, algorithm), bytes(data), shaped(algorithm, key), bytes(signature));
}

function cipherName(algorithm: string | null, key: ApexBlob | null): string {
  const name = requireArgument(algorithm).toUpperCase();
  const size = KEY_BYTES[name] ?? throwException('InvalidParameterValueException', `Invalid algorithm: ${algorithm}`);
  if (bytes(key).length !== size)
    throwException('InvalidParameterValueException', `Invalid private key. Must be ${size} bytes.`);
  return `aes-${size * 8}-cbc`;
}

function encrypt(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, clear: ApexBlob | null): Uint8Array {
  if (iv.length !== 16)
    throwException('InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  const cipher = createCipheriv(cipherName(algorithm, key), bytes(key), iv);
  return Buffer.concat([cipher.update(bytes(clear)), cipher.final()]);
}

function decrypt(algorithm: string | null, key: ApexBlob | null, iv: Uint8Array, text: Uint8Array): ApexBlob {
  if (iv.length !== 16)
    throwException('InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  const decipher = createDecipheriv(cipherName(algorithm, key), bytes(key), iv);
  try {
    return blob(Buffer.concat([decipher.update(text), decipher.final()]));
  } catch {
    return throwException('SecurityException', 'Given final block not properly padded');
  }
}

function generateMac(algorithm: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob {
  return blob(createHmac(choose(MACS, algorithm), bytes(key)).update(bytes(input)).digest());
}

function generateAesKey(size: number): ApexBlob {
  if (![128, 192, 256].includes(size)) throwException('InvalidParameterValueException', `Invalid key size: ${size}`);
  return blob(randomBytes(size / 8));
}

type Text = string | null;
type Bytes = ApexBlob | null;

export const CRYPTO: PlatformType = {
  name: 'Crypto',
  kind: 'class',
  members: {
    'static Blob generateDigest(String,Blob)': (name: Text, input: Bytes) =>
      blob(createHash(choose(DIGESTS, name)).update(bytes(input)).digest()),
    'static Blob generateMac(String,Blob,Blob)': generateMac,
    'static Boolean verifyHMac(String,Blob,Blob,Blob)': (name: Text, data: Bytes, key: Bytes, mac: Bytes) => {
      const [expected, given] = [generateMac(name, data, key).bytes, bytes(mac)];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    'static Blob sign(String,Blob,Blob)': (name: Text, input: Bytes, key: Bytes) => sign(name, input, privateKey(key)),
    'static Blob signWithCertificate(String,Blob,String)': (name: Text, input: Bytes, cert: Text) =>
      sign(name, input, createPrivateKey(certificate(cert).privateKeyPem)),
    'static Boolean verify(String,Blob,Blob,Blob)': (name: Text, data: Bytes, signature: Bytes, key: Bytes) =>
      verify(name, data, signature, createPublicKey({ key: Buffer.from(bytes(key)), format: 'der', type: 'spki' })),
    'static Boolean verify(String,Blob,Blob,String)': (name: Text, data: Bytes, signature: Bytes, cert: Text) =>
      verify(name, data, signature, createPublicKey(certificate(cert).publicKeyPem)),
    'static Blob generateAesKey(Integer)': generateAesKey,
    'static Blob encrypt(String,Blob,Blob,Blob)': (name: Text, key: Bytes, iv: Bytes, clear: Bytes) =>
      blob(encrypt(name, key, bytes(iv), clear)),
    'static Blob decrypt(String,Blob,Blob,Blob)': (name: Text, key: Bytes, iv: Bytes, text: Bytes) =>
      decrypt(name, key, bytes(iv), bytes(text)),
    'static Blob encryptWithManagedIV(String,Blob,Blob)': (name: Text, key: Bytes, clear: Bytes) => {
      const iv = randomBytes(16);
      return blob(Buffer.concat([iv, encrypt(name, key, iv, clear)]));
    },
    'static Blob decryptWithManagedIV(String,Blob,Blob)': (name: Text, key: Bytes, text: Bytes) =>
      decrypt(name, key, bytes(text).subarray(0, 16), bytes(text).subarray(16)),
    'static Integer getRandomInteger()': () => randomBytes(4).readInt32LE(),
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64LE(),
  },
};

function fromHex(text: Text): ApexBlob {
  const given = requireArgument(text);
  if (given.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(given))
    throwException('InvalidParameterValueException', 'Invalid hex string');
  return blob(Buffer.from(given, 'hex'));
}

/** Form encoding as java.net.URLEncoder does it. */
function urlEncode(text: Text): string {
  return encodeURIComponent(requireArgument(text))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function urlDecode(text: Text): string {
  try {
    return decodeURIComponent(requireArgument(text).replace(/\+/g, ' '));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return throwException('IllegalArgumentException', 'Illegal hex characters in escape (%) pattern');
  }
}

export const ENCODING_UTIL: PlatformType = {
  name: 'EncodingUtil',
  kind: 'class',
  members: {
    'static Blob base64Decode(String)': (text: Text) => ApexBlob.fromBase64(requireArgument(text)),
    'static String base64Encode(Blob)': (input: Bytes) => requireArgument(input).toBase64(),
    'static Blob convertFromHex(String)': fromHex,
    'static String convertToHex(Blob)': (input: Bytes) => Buffer.from(bytes(input)).toString('hex'),
    'static String urlDecode(String,String)': urlDecode,
    'static String urlEncode(String,String)': urlEncode,
  },
};
