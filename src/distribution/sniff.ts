import { closeSync, openSync, readSync } from 'node:fs';
import { manifestName } from './manifest.js';
import { localHeader } from './zip/records.js';

const zipStart = Buffer.from('PK');
const distributionStart = localHeader({
  name: manifestName,
  method: 0,
  crc: 0,
  size: 0,
  compressed: 0,
  mode: 0o644,
  offset: 0,
});

/** Whether a file starts as every zip does. False for what cannot be read. */
export const looksLikeZip = (path: string): boolean => startOf(path).subarray(0, 2).equals(zipStart);

/** Whether a file starts as a distribution does: with a stored `manifest.json` of the fixed date. */
export function looksLikeDistribution(path: string): boolean {
  const start = startOf(path);
  const ofCrcAndSizes = 14;
  return (
    start.length === distributionStart.length &&
    start.fill(0, ofCrcAndSizes, ofCrcAndSizes + 12).equals(distributionStart)
  );
}

function startOf(path: string): Buffer {
  const start = Buffer.alloc(distributionStart.length);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return start.subarray(0, 0);
  }
  try {
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  } catch {
    return start.subarray(0, 0);
  } finally {
    closeSync(file);
  }
}
