import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { DistributionReader } from '../../distribution/read.js';
import { isObject, objectOr } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { NamedPlan } from '../compile-plan.js';

/** The states of a compiled plan, and the text that they were written in. */
export interface Source {
  /** `webshop 1.4.0`. */
  readonly name: string;
  /** The plan, as the user finds it. */
  readonly file: string;
  /** Undefined where the plan is not packed. */
  readonly text: string | undefined;
  /** By their names in the definition. */
  readonly states: ReadonlyMap<string, Origin>;
}

/** Where the author wrote a state; line and column from 1. */
export interface Origin {
  readonly state: string;
  readonly type: string;
  readonly line: number;
  readonly column: number;
}

type Problems = { readonly problems: readonly Problem[] };
export type Parts = Pick<DistributionReader, 'part'> & {
  readonly manifest: Record<'name' | 'version', string>;
};

const mapFile = 'plan/sourcemap.json';

/** Whether a folder holds what was in the zip of a distribution. */
const isUnpacked = (folder: string): boolean => existsSync(join(folder, mapFile));

/** Reads a distribution, or a folder with an unpacked one. */
export async function ofDistribution(argument: string): Promise<Source | Problems> {
  const parts = isUnpacked(argument) ? await unpacked(argument) : await packed(argument);
  return 'problems' in parts ? parts : sourceOf(parts, argument);
}

/** Reads it from the parts of a distribution, which was named so. */
export async function sourceOf(parts: Parts, argument: string): Promise<Source | Problems> {
  const map = await parts.part(mapFile);
  if (map !== undefined && 'problems' in map) return map;
  const { file, states } = objectOr(parsed(map));
  if (typeof file !== 'string' || !isObject(states))
    return { problems: [problem('PLAN6116', { file: argument }, { entry: mapFile })] };
  const text = await parts.part(`files/${file}`);
  const { name, version } = parts.manifest;
  return {
    name: `${name} ${version}`,
    file,
    text: Buffer.isBuffer(text) ? text.toString('utf8') : undefined,
    states: originsIn(states),
  };
}

async function packed(file: string): Promise<Parts | Problems> {
  const { readDistribution } = await import('../../distribution/read.js');
  return readDistribution(file);
}

async function unpacked(folder: string): Promise<Parts | Problems> {
  const { parseManifest } = await import('../../distribution/manifest-shape.js');
  const read = (path: string) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
  const found = parseManifest(read('manifest.json') ?? Buffer.of());
  if (!('manifest' in found)) return { problems: [problem('PLAN6110', { file: folder }, {})] };
  return { manifest: found.manifest, part: async (path) => read(path) };
}

/** The states of a plan as it is now, which may have changed since it was built. */
export function ofPlan(
  argument: string,
  { plan, output }: Required<Pick<NamedPlan, 'plan' | 'output'>>,
): Source {
  const { document, name, version } = plan;
  return {
    name: `${name} ${version}`,
    file: join(basename(argument) === document.file ? dirname(argument) : argument, document.file),
    text: document.text,
    states: originsIn(objectOr(output.sourceMap.states)),
  };
}

const originsIn = (states: JsonObject): Source['states'] =>
  new Map(
    Object.entries(states).map(([name, origin]) => {
      const { state, type, line, column } = objectOr(origin);
      return [name, { state: String(state), type: String(type), line: Number(line), column: Number(column) }];
    }),
  );

function parsed(bytes: Buffer | undefined): Json | undefined {
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as Json);
  } catch {
    return undefined;
  }
}
