/**
 * Just enough of DER (ITU-T X.690) to write the certificates of these tests.
 * Node signs but writes no certificate; the packages that do would bring nineteen into the project.
 */
export type Der = Uint8Array;

const TAG = { boolean: 1, integer: 2, bits: 3, octets: 4, oid: 6, utf8: 12, time: 24, sequence: 48, set: 49 };

export const sequence = (...parts: readonly Der[]): Der => element(TAG.sequence, ...parts);
export const set = (...parts: readonly Der[]): Der => element(TAG.set, ...parts);
export const octets = (...parts: readonly Der[]): Der => element(TAG.octets, ...parts);
export const utf8 = (text: string): Der => element(TAG.utf8, Buffer.from(text, 'utf8'));
export const bits = (bytes: Der): Der => element(TAG.bits, Uint8Array.of(0), bytes);
export const yes = (): Der => element(TAG.boolean, Uint8Array.of(0xff));

/** Something optional, under its number. */
export const tagged = (number: number, ...parts: readonly Der[]): Der => element(0xa0 + number, ...parts);

/** The same where it holds no further elements. */
export const plain = (number: number, bytes: Der): Der => element(0x80 + number, bytes);

/** An integer that is not negative, given by its bytes. */
export function integer(bytes: Der): Der {
  return element(TAG.integer, (bytes[0] ?? 0) < 0x80 ? bytes : Uint8Array.of(0, ...bytes));
}

/** To the second: `20250701000000Z`. */
export function time(date: Date): Der {
  const text = date.toISOString().replace(/[-:T]|\.\d+/gu, '');
  return element(TAG.time, Buffer.from(text, 'ascii'));
}

export function oid(text: string): Der {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return element(TAG.oid, Uint8Array.from([40 * first + second, ...rest.flatMap(base128)]));
}

function base128(number: number): readonly number[] {
  const digits = [number & 0x7f];
  for (let left = number >>> 7; left > 0; left >>>= 7) digits.unshift(0x80 | (left & 0x7f));
  return digits;
}

function element(tag: number, ...parts: readonly Der[]): Der {
  const content = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), length(content.length), content]);
}

function length(count: number): Der {
  if (count < 0x80) return Uint8Array.of(count);
  return count < 0x100 ? Uint8Array.of(0x81, count) : Uint8Array.of(0x82, count >> 8, count & 0xff);
}
