import { closeSync, fstatSync, openSync } from 'node:fs';
import { type Problem, problem } from '../diagnostics/problem.js';
import { collisions } from './collisions.js';
import { distributionId, type Manifest, manifestName, modeText } from './manifest.js';
import { parseManifest } from './manifest-shape.js';
import { nearby } from './nearby.js';
import { isDenied, isSystemError, systemReason } from './system-reason.js';
import { readData } from './zip/data.js';
import { readDirectory } from './zip/directory.js';
import type { Entry } from './zip/records.js';
import { refuse } from './zip/refuse.js';

/** A distribution whose directory and manifest are sound and agree; its data are not read yet. */
export interface OpenDistribution {
  readonly descriptor: number;
  readonly manifest: Manifest;
  readonly id: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** In the manifest's order. */
  readonly entries: readonly Entry[];
}

type Problems = { readonly problems: readonly Problem[] };

const largestManifest = 64 << 20;

/** Opens a distribution for `use`, and closes it afterwards. What the system refuses is a problem as well. */
export async function withDistribution<T>(
  file: string,
  use: (opened: OpenDistribution) => Promise<T>,
): Promise<T | Problems> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const opened = await open(descriptor, file);
    return 'problems' in opened ? opened : await use(opened);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const help = isDenied(error) ? 'let it be readable for the user who runs plancc' : nearby(file);
    return { problems: [problem('PLAN6101', { file }, { reason: systemReason(error) }, { help })] };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

async function open(descriptor: number, file: string): Promise<OpenDistribution | Problems> {
  const place = { file };
  const status = fstatSync(descriptor);
  if (!status.isFile()) {
    const reason = status.isDirectory() ? 'it is a folder' : 'it is not a regular file';
    return { problems: [problem('PLAN6101', place, { reason }, { help: nearby(file) })] };
  }
  const { size } = status;
  const directory = readDirectory(descriptor, size, file, manifestName);
  if ('code' in directory) return { problems: [directory] };
  const { first, entries } = directory;
  const doubled = collisions([first, ...entries].map(({ name }) => name));
  if (doubled.length > 0) return { problems: doubled.map((one) => refuse('PLAN6107', file, one)) };
  if (first.size > largestManifest) {
    const values = { what: 'manifest', bytes: first.size, limit: largestManifest };
    return { problems: [refuse('PLAN6119', file, values)] };
  }
  const chunks: Buffer[] = [];
  const damaged = await readData(descriptor, first, file, (bytes) => chunks.push(bytes));
  if (damaged !== undefined) return { problems: [damaged] };
  const bytes = Buffer.concat(chunks);
  const read = parseManifest(bytes);
  if ('otherFormat' in read) {
    const help = 'use the plancc that built it, or a newer one';
    return { problems: [problem('PLAN6112', place, { format: read.otherFormat }, { help })] };
  }
  if ('reason' in read) return { problems: [refuse('PLAN6111', file, { reason: read.reason })] };
  const problems = compare(read.manifest, entries, file);
  if (problems.length > 0) return { problems };
  return { descriptor, manifest: read.manifest, id: distributionId(bytes), size, entries };
}

function compare(manifest: Manifest, entries: readonly Entry[], file: string): Problem[] {
  const problems: Problem[] = [];
  const expected = new Map(manifest.files.map((one) => [one.path, one]));
  for (const { name, size, mode } of entries) {
    const listed = expected.get(name);
    if (listed === undefined) {
      problems.push(refuse('PLAN6113', file, { entry: name }));
    } else if (listed.size !== size) {
      const values = { what: 'size', found: `${size}`, expected: `${listed.size}` };
      problems.push(refuse('PLAN6115', file, { entry: name, ...values }));
    } else if (listed.mode !== modeText(mode)) {
      const values = { what: 'mode', found: modeText(mode), expected: listed.mode };
      problems.push(refuse('PLAN6115', file, { entry: name, ...values }));
    }
    expected.delete(name);
  }
  for (const entry of expected.keys()) problems.push(refuse('PLAN6114', file, { entry }));
  if (problems.length === 0 && manifest.files.some(({ path }, index) => path !== entries[index]?.name)) {
    problems.push(refuse('PLAN6118', file, { what: 'the order of the entries' }));
  }
  return problems;
}
