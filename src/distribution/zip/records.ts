/**
 * The records of a zip file as plancc writes them, after PKWARE's APPNOTE 6.3.10
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Everything that could differ between machines is
 * fixed: the time is the earliest DOS knows, names are UTF-8, and there are no extra fields but those of zip64.
 */
export interface Entry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes of the file. */
  readonly size: number;
  /** Bytes of its data in the zip, never more than `size`. */
  readonly compressed: number;
  readonly mode: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
export const endSignature = 0x06054b50;
export const zip64EndSignature = 0x06064b50;
export const zip64LocatorSignature = 0x07064b50;

const utf8Flag = 0x0800;
const earliestDate = 0x0021; // 1980-01-01
const unix = 3 << 8;
const regularFile = 0o100000;
const max16 = 0xffff;
const max32 = 0xffffffff;

/** Bytes from the start of an entry to its data: known before its data are, since they never grow. */
export const localHeaderSize = (entry: { readonly name: string; readonly size: number }): number =>
  30 + Buffer.byteLength(entry.name) + (entry.size >= max32 ? 20 : 0);

export function localHeader(entry: Entry): Buffer {
  const large = entry.size >= max32;
  const header = Buffer.alloc(localHeaderSize(entry));
  header.writeUInt32LE(localSignature, 0);
  writeCommon(header, 4, entry, large, large ? max32 : entry.size, large ? max32 : entry.compressed);
  header.writeUInt16LE(large ? 20 : 0, 28);
  const nameSize = header.write(entry.name, 30);
  if (large) writeZip64(header, 30 + nameSize, [entry.size, entry.compressed]);
  return header;
}

export function centralRecord(entry: Entry): Buffer {
  const far = [entry.size, entry.compressed, entry.offset].filter((value) => value >= max32);
  const extraSize = far.length > 0 ? 4 + 8 * far.length : 0;
  const nameSize = Buffer.byteLength(entry.name);
  const record = Buffer.alloc(46 + nameSize + extraSize);
  const large = far.length > 0;
  record.writeUInt32LE(centralSignature, 0);
  record.writeUInt16LE(unix | (large ? 45 : 20), 4);
  writeCommon(record, 6, entry, large, Math.min(entry.size, max32), Math.min(entry.compressed, max32));
  record.writeUInt16LE(extraSize, 30);
  record.writeUInt32LE(((regularFile | entry.mode) << 16) >>> 0, 38);
  record.writeUInt32LE(Math.min(entry.offset, max32), 42);
  record.write(entry.name, 46);
  if (large) writeZip64(record, 46 + nameSize, far);
  return record;
}

/** What ends a zip: where its central directory lies; in zip64's form too where a number needs it. */
export function endRecords(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(Math.min(entries, max16), 8);
  end.writeUInt16LE(Math.min(entries, max16), 10);
  end.writeUInt32LE(Math.min(size, max32), 12);
  end.writeUInt32LE(Math.min(offset, max32), 16);
  if (entries < max16 && size < max32 && offset < max32) return end;

  const zip64 = Buffer.alloc(56 + 20);
  zip64.writeUInt32LE(zip64EndSignature, 0);
  zip64.writeBigUInt64LE(44n, 4);
  zip64.writeUInt16LE(unix | 45, 12);
  zip64.writeUInt16LE(45, 14);
  zip64.writeBigUInt64LE(BigInt(entries), 24);
  zip64.writeBigUInt64LE(BigInt(entries), 32);
  zip64.writeBigUInt64LE(BigInt(size), 40);
  zip64.writeBigUInt64LE(BigInt(offset), 48);
  zip64.writeUInt32LE(zip64LocatorSignature, 56);
  zip64.writeBigUInt64LE(BigInt(offset + size), 64);
  zip64.writeUInt32LE(1, 72);
  return Buffer.concat([zip64, end]);
}

/** The fields that local and central headers share: version needed, flags, method, time, CRC, sizes, name's length. */
function writeCommon(
  into: Buffer,
  at: number,
  entry: Entry,
  large: boolean,
  size: number,
  compressed: number,
) {
  into.writeUInt16LE(large ? 45 : 20, at);
  into.writeUInt16LE(utf8Flag, at + 2);
  into.writeUInt16LE(entry.method, at + 4);
  into.writeUInt16LE(earliestDate, at + 8);
  into.writeUInt32LE(entry.crc, at + 10);
  into.writeUInt32LE(compressed, at + 14);
  into.writeUInt32LE(size, at + 18);
  into.writeUInt16LE(Buffer.byteLength(entry.name), at + 22);
}

function writeZip64(into: Buffer, at: number, values: readonly number[]) {
  into.writeUInt16LE(1, at);
  into.writeUInt16LE(8 * values.length, at + 2);
  values.forEach((value, index) => {
    into.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index);
  });
}
