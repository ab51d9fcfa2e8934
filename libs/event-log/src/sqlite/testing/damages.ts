/** Something that befalls the bytes of a file, in words that a failure shows. */
export interface Damage {
  readonly name: string;
  apply(bytes: Buffer): Buffer;
}

/** A sector of a disk is written whole or not at all. */
const SECTOR = 512;
const PAGE = 4_096;

/** One damage at a random place: a flipped bit, a wrong byte, garbage or zeros over a sector or page, a lost end. */
export function randomDamage(random: () => number, size: number): Damage {
  const below = (limit: number) => Math.floor(random() * limit);
  const at = below(size);
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return flipped(at, 1 << below(8));
    case 3:
      return flipped(at, 1 + below(255));
    case 4:
      return filled('garbage', at - (at % SECTOR), SECTOR, () => below(256));
    case 5:
      return filled('zeros', at - (at % SECTOR), SECTOR, () => 0);
    case 6:
      return filled('zeros', at - (at % PAGE), PAGE, () => 0);
    default:
      return { name: `cut off at ${at} of ${size}`, apply: (bytes) => bytes.subarray(0, at) };
  }
}

/** One byte with some of its bits the other way round. */
export function flipped(at: number, mask: number): Damage {
  return {
    name: `byte ${at} xor ${mask}`,
    apply: (bytes) => {
      bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
      return bytes;
    },
  };
}

function filled(what: string, from: number, length: number, byte: () => number): Damage {
  return {
    name: `${what} at ${from}, ${length} bytes`,
    apply: (bytes) => {
      for (let i = from; i < Math.min(from + length, bytes.length); i += 1) bytes.writeUInt8(byte(), i);
      return bytes;
    },
  };
}
