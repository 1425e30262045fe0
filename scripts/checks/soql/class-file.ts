/** Reads the field table of a Java class file: names and type descriptors. */
const UTF8 = 1;
/** Bytes behind the tag by constant kind; long and double take two slots. */
const SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** @returns descriptors such as `Lcom/example/Thing;` by field name */
export function classFields(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const texts = new Map<number, string>();
  const count = view.getUint16(8);
  let at = 10;
  for (let index = 1; index < count; index++) {
    const tag = view.getUint8(at++);
    if (tag === UTF8) {
      const length = view.getUint16(at);
      texts.set(index, decoder.decode(bytes.subarray(at + 2, at + 2 + length)));
      at += 2 + length;
      continue;
    }
    at += SIZES[tag] ?? 0;
    if (tag === 5 || tag === 6) index++;
  }
  at += 6; // access flags, this class, super class
  at += 2 + 2 * view.getUint16(at); // interfaces
  const fields = new Map<string, string>();
  const fieldCount = view.getUint16(at);
  at += 2;
  for (let index = 0; index < fieldCount; index++) {
    fields.set(texts.get(view.getUint16(at + 2)) ?? '', texts.get(view.getUint16(at + 4)) ?? '');
    const attributes = view.getUint16(at + 6);
    at += 8;
    for (let one = 0; one < attributes; one++) at += 6 + view.getUint32(at + 2);
  }
  return fields;
}
