import { type Problem, problem } from '../../diagnostics/problem.js';
import { longestPath, unsafeName } from '../names.js';
import { findDirectory } from './end.js';
import { readAt } from './read-at.js';
import { centralRecord, centralSignature, type Entry, localHeaderSize } from './records.js';
import { nameAnother, refuse, withOthers } from './refuse.js';

/** More than a million entries: a directory is held in memory. */
const largestDirectory = 256 << 20;
const longestName = longestPath + 'files/'.length;
/** What deflate can save at most (https://zlib.net/zlib_tech.html): whoever declares more lies. */
const highestRatio = 1032;

/**
 * Reads the central directory of a zip and proves that its entries follow one another from the first byte on, without
 * gap or overlap, each described as plancc writes it, and that they begin with `firstName`. Throws the system's error
 * when the file cannot be read.
 */
export function readDirectory(
  file: number,
  size: number,
  shown: string,
  firstName: string,
): { readonly first: Entry; readonly entries: readonly Entry[] } | Problem {
  const found = findDirectory(file, size, shown);
  if ('code' in found) return found;
  if (found.size > largestDirectory) {
    const values = { what: 'list of entries', bytes: found.size, limit: largestDirectory };
    return refuse('PLAN6119', shown, values);
  }
  const directory = readAt(file, found.offset, found.size);
  const entries: Entry[] = [];
  const refused: Problem[] = [];
  for (let at = 0; at < directory.length; ) {
    const record = readRecord(directory, at);
    if (record === undefined) {
      return refuse('PLAN6118', shown, { what: 'the list of entries' });
    }
    const reason = refuseRecord(record, directory.subarray(at, at + record.length), shown);
    if (reason !== undefined) refused.push(reason);
    entries.push(record.entry);
    at += record.length;
  }
  if (!entries.some(({ name }) => name === firstName)) {
    return problem('PLAN6110', { file: shown }, {}, { help: nameAnother(shown) });
  }
  if (refused[0] !== undefined) return withOthers(refused[0], refused.length - 1);
  const [first, ...others] = entries;
  if (first?.name !== firstName) return refuse('PLAN6118', shown, { what: 'the order of the entries' });
  if (entries.length !== found.entries) {
    return refuse('PLAN6118', shown, { what: 'the number of entries' });
  }
  return checkLayout(entries, found.offset, shown) ?? { first, entries: others };
}

/** Every byte before the directory, which starts at `end`, belongs to one entry. Gives the first place where not. */
function checkLayout(entries: readonly Entry[], end: number, shown: string): Problem | undefined {
  const gap = (bytes: number, next: string) => refuse('PLAN6104', shown, { bytes, where: `before ${next}` });
  const overlap = ({ name }: Entry) => refuse('PLAN6105', shown, { entry: name });
  let expected = 0;
  for (const entry of entries) {
    if (entry.offset < expected) return overlap(entry);
    if (entry.offset > expected) return gap(entry.offset - expected, `\`${entry.name}\``);
    expected += localHeaderSize(entry) + entry.compressed;
  }
  if (expected > end) return overlap(entries.at(-1)!);
  return expected < end ? gap(end - expected, 'its directory') : undefined;
}

interface CentralRecord {
  readonly entry: Entry;
  readonly flags: number;
  readonly length: number;
}

/** Undefined when there is no whole record. */
function readRecord(directory: Buffer, at: number): CentralRecord | undefined {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== centralSignature) return undefined;
  const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
  const extraSize = directory.readUInt16LE(at + 30);
  const length = nameEnd - at + extraSize + directory.readUInt16LE(at + 32);
  if (at + length > directory.length) return undefined;
  const far = zip64Values(directory.subarray(nameEnd, nameEnd + extraSize));
  const value = (position: number): number => {
    const near = directory.readUInt32LE(at + position);
    return near === 0xffffffff ? (far.shift() ?? near) : near;
  };
  // In this order the values of the extra field are taken.
  const size = value(24);
  const compressed = value(20);
  const offset = value(42);
  const entry = {
    name: directory.toString('utf8', at + 46, nameEnd),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    size,
    compressed,
    mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    offset,
  };
  return { entry, flags: directory.readUInt16LE(at + 8), length };
}

function zip64Values(extra: Buffer): number[] {
  if (extra.length < 4 || extra.readUInt16LE(0) !== 1) return [];
  const values: number[] = [];
  for (let at = 4; at + 8 <= extra.length; at += 8) values.push(Number(extra.readBigUInt64LE(at)));
  return values;
}

function refuseRecord({ entry, flags }: CentralRecord, bytes: Buffer, shown: string): Problem | undefined {
  const { name, method, size, compressed } = entry;
  // The entry of a folder, which other programs write, is not unsafe.
  const path = name.replace(/(?<=.)\/$/, '');
  const reason = Buffer.byteLength(name) > longestName ? 'is too long' : unsafeName(path);
  if (reason !== undefined) return refuse('PLAN6106', shown, { entry: name, reason });
  if ((flags & 1) !== 0) return refuse('PLAN6108', shown, { entry: name });
  if (method !== 0 && method !== 8) return refuse('PLAN6109', shown, { entry: name, method });
  if (size > (method === 0 ? compressed : compressed * highestRatio)) {
    return refuse('PLAN6117', shown, { entry: name, declared: size });
  }
  const plausible =
    [size, compressed, entry.offset].every(Number.isSafeInteger) && (method === 0 || compressed < size);
  if (!plausible || !centralRecord(entry).equals(bytes)) {
    return refuse('PLAN6118', shown, { what: `the entry \`${name}\`` });
  }
  return undefined;
}
