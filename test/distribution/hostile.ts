import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { canonical } from '../../src/distribution/canonical.js';
import { centralRecord, type Entry, endRecords, localHeader } from '../../src/distribution/zip/records.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import { newFolder } from '../folder.js';
import { header, parts } from './project.js';

/** An entry of a zip made by hand; what is not given is as it should be. */
export interface Part extends Partial<Entry> {
  readonly name: string;
  /** Its data in the zip. */
  readonly data: Buffer;
  /** What the data stand for, when they are compressed. */
  readonly content?: Buffer;
  readonly changeLocal?: (header: Buffer) => void;
  readonly changeCentral?: (record: Buffer) => void;
}

export const part = (name: string, text: string, more: Partial<Part> = {}): Part => ({
  name,
  data: Buffer.from(text),
  ...more,
});

/** A manifest that lists these parts. */
export const manifestFor = (parts: readonly Part[], more: JsonObject = {}): JsonObject => ({
  ...(header as unknown as JsonObject),
  format: 1,
  assets: [],
  files: parts.map(({ name, data, content = data, size, mode = 0o644 }) => ({
    path: name,
    size: size ?? content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    mode: `0${mode.toString(8)}`,
  })),
  ...more,
});

export const manifestPart = (manifest: Json): Part => part('manifest.json', canonical(manifest));

/** The bytes of a zip of these parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const records: Buffer[] = [];
  let position = 0;
  for (const { name, data, content = data, changeLocal, changeCentral, ...given } of parts) {
    const entry: Entry = {
      name,
      method: data === content ? 0 : 8,
      crc: crc32(content),
      size: content.length,
      compressed: data.length,
      mode: 0o644,
      offset: position,
      ...given,
    };
    const local = localHeader(entry);
    changeLocal?.(local);
    const record = centralRecord(entry);
    changeCentral?.(record);
    pieces.push(local, data);
    records.push(record);
    position += local.length + data.length;
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([...pieces, directory, endRecords(parts.length, directory.length, position)]);
}

/** What every distribution holds, and none is without. */
export const ofThePlan: readonly Part[] = parts.map(({ path, text }) => part(path, text));

/** The zip of a plan whose manifest lists some parts and which holds others. */
export const zipListing = (listed: readonly Part[], ...held: readonly Part[]): Buffer =>
  zipOf([manifestPart(manifestFor([...ofThePlan, ...listed])), ...ofThePlan, ...held]);

/** A distribution of these parts, listed as they are. */
export const distributionOf = (...parts: readonly Part[]): Buffer => zipListing(parts, ...parts);

/** Writes bytes to a new file; gives its path. */
export function saved(bytes: Buffer): string {
  const file = join(newFolder(), 'd.zip');
  writeFileSync(file, bytes);
  return file;
}
