/** Blob: immutable bytes. */

export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static fromText(text: string): ApexBlob {
    return new ApexBlob(new TextEncoder().encode(text));
  }

  static fromBase64(text: string): ApexBlob {
    return new ApexBlob(new Uint8Array(Buffer.from(text, 'base64')));
  }

  /** UTF-8 text; `null` when the bytes are not UTF-8. */
  toText(): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
    } catch {
      return null;
    }
  }

  toBase64(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  equals(other: unknown): boolean {
    return other instanceof ApexBlob && Buffer.from(this.bytes).equals(other.bytes);
  }

  toString(): string {
    return `Blob[${this.bytes.length}]`;
  }

  toJSON(): string {
    return this.toBase64();
  }
}
