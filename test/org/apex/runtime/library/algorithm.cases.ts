/** Names that methods take as text: algorithms of Crypto, letters of date patterns. */
import type { LibraryRow, Shown } from './rows.ts';
import { reference, rowsOf } from './rows.ts';

const CRYPTO_PAGE = reference('apex_classes_restful_crypto');

/** Digests of `abc`, from the examples of FIPS 180-4, FIPS 202 and RFC 1321. */
const DIGESTS: Readonly<Record<string, string>> = {
  MD5: '900150983cd24fb0d6963f7d28e17f72',
  SHA1: 'a9993e364706816aba3e25717850c26c9cd0d89d',
  'SHA-256': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  'SHA-512':
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  'SHA3-256': '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532',
  'SHA3-384': 'ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25',
  'SHA3-512':
    'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0',
};

/** Codes of `what do ya want for nothing?` with the key `Jefe`, from RFC 2104, 2202 and 4231. */
const MACS: Readonly<Record<string, string>> = {
  hmacMD5: '750c783e6ab0b503eaa86e310a5db738',
  hmacSHA1: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
  hmacSHA256: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  hmacSHA512:
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
};

const signed = (algorithm: string): Shown => {
  const kind = algorithm.startsWith('ECDSA') ? 'CURVE_' : '';
  return [
    `Blob data = Blob.valueOf('data'); Blob s = Crypto.sign('${algorithm}', data, EncodingUtil.base64Decode(Keys.${kind}PRIVATE_KEY)); Blob k = EncodingUtil.base64Decode(Keys.${kind}PUBLIC_KEY); return Crypto.verify('${algorithm}', data, s, k) + '' + Crypto.verify('${algorithm}', Blob.valueOf('x'), s, k);`,
    'truefalse',
  ];
};
const SIGNATURES = `RSA RSA-SHA1 RSA-SHA256 RSA-SHA384 RSA-SHA512
ECDSA-SHA256 ECDSA-SHA256-PLAIN ECDSA-SHA384 ECDSA-SHA512`.split(/\s+/);

const ciphered = (algorithm: string, bits: number): Shown => [
  `Blob k = Crypto.generateAesKey(${bits}); Blob iv = Blob.valueOf('1234567890123456'); Blob c = Crypto.encrypt('${algorithm}', k, iv, Blob.valueOf('secret')); return Crypto.decrypt('${algorithm}', k, iv, c).toString() + k.size();`,
  `secret${bits / 8}`,
];

const table = <T>(
  entries: Readonly<Record<string, T>>,
  shown: (name: string, value: T) => Shown,
): Record<string, Shown> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, shown(name, value)]));

/** What each letter prints for 2026-03-05 15:04:09.007 in New York, a Thursday. */
const LETTERS: Readonly<Record<string, readonly [pattern: string, printed: string]>> = {
  G: ['G', 'AD'],
  y: ['yyyy yy', '2026 26'],
  Y: ['YYYY', '2026'],
  M: ['M MM MMM MMMM', '3 03 Mar March'],
  L: ['L LLLL', '3 March'],
  w: ['w', '10'],
  W: ['W', '1'],
  D: ['D DDD', '64 064'],
  d: ['d dd', '5 05'],
  F: ['F', '1'],
  E: ['E EEEE', 'Thu Thursday'],
  u: ['u', '4'],
  a: ['a', 'PM'],
  H: ['H HH', '15 15'],
  k: ['k', '15'],
  K: ['K', '3'],
  h: ['h hh', '3 03'],
  m: ['m mm', '4 04'],
  s: ['s ss', '9 09'],
  S: ['S SSS', '7 007'],
  z: ['z zzzz', 'EST Eastern Standard Time'],
  Z: ['Z', '-0500'],
  X: ['X XX XXX', '-05 -0500 -05:00'],
};

/** Rows by name, under the name of the table they prove. */
export const ALGORITHMS: readonly LibraryRow[] = [
  ...rowsOf(
    'digests',
    CRYPTO_PAGE,
    table(DIGESTS, (name, printed) => [
      `EncodingUtil.convertToHex(Crypto.generateDigest('${name}', Blob.valueOf('abc')))`,
      printed,
    ]),
  ),
  ...rowsOf(
    'message codes',
    CRYPTO_PAGE,
    table(MACS, (name, printed) => [
      `EncodingUtil.convertToHex(Crypto.generateMac('${name}', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe')))`,
      printed,
    ]),
  ),
  ...rowsOf('signatures', CRYPTO_PAGE, Object.fromEntries(SIGNATURES.map((name) => [name, signed(name)]))),
  ...rowsOf('ciphers', CRYPTO_PAGE, table({ AES128: 128, AES192: 192, AES256: 256 }, ciphered)),
  ...rowsOf(
    'date letters',
    'https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html',
    table(LETTERS, (_, [pattern, printed]) => [
      `Datetime.newInstanceGmt(Date.newInstance(2026, 3, 5), Time.newInstance(20, 4, 9, 7)).format('${pattern}')`,
      printed,
    ]),
  ),
];
