import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Problem } from '../../src/diagnostics/problem.js';
import type { Needed } from '../../src/distribution/left-out.js';
import type { Manifest, ManifestHeader } from '../../src/distribution/manifest.js';
import { type Packed, type PackInput, pack } from '../../src/distribution/pack.js';
import { planParts } from '../../src/language/plan-parts.js';
import { newFolder } from '../folder.js';
import { isThere } from '../tools.js';

export const header: ManifestHeader = {
  name: 'webshop',
  version: '1.4.0',
  tags: { team: 'payments' },
  dependencies: { network: '^2.1.0' },
  parameters: { DbClass: { Type: 'String', Default: 'db.t4g.micro' } },
  commit: '0123456789012345678901234567890123456789',
  compiler: 'plancc 0.1.0',
};

export const parts = planParts.map((path) => ({
  path,
  text: path.endsWith('.asl.json') ? '{"StartAt":"A"}' : '{}',
}));

/** What of a distribution comes from the project, by its paths there. */
export const pathsIn = ({ files }: Manifest): string[] =>
  files.flatMap(({ path }) => (path.startsWith('files/') ? [path.slice('files/'.length)] : []));

/** Input for packing a folder; the output is outside of it. */
export const packInput = (root: string, more: Partial<PackInput> = {}): PackInput => ({
  root,
  header,
  parts,
  assets: [],
  output: join(newFolder(), 'webshop-1.4.0.zip'),
  ...more,
});

/** A file or folder that a state needs. */
export const neededBy =
  (state: string) =>
  (path: string): Needed => ({ path, state, place: { file: 'plan.yaml', path: ['States', state] } });

/** Packs what is expected to be packable. */
export async function packed(root: string, more: Partial<PackInput> = {}): Promise<Packed> {
  const result = await pack(packInput(root, more));
  if ('problems' in result) throw new Error(`cannot be packed: ${JSON.stringify(result.problems)}`);
  return result;
}

/** Packs what is expected not to be. */
export async function refused(root: string, more: Partial<PackInput> = {}): Promise<readonly Problem[]> {
  const result = await pack(packInput(root, more));
  if (!('problems' in result)) throw new Error('was packed');
  return result.problems;
}

/** Code and message of each problem. */
export const told = (result: object): string[] =>
  'problems' in result
    ? (result.problems as Problem[]).map(({ code, message }) => `${code} ${message}`)
    : ['no problems'];

/** Runs a tool that is an oracle, where it is there. */
export function oracle(command: string, ...options: string[]): Buffer | undefined {
  if (!isThere(command)) return undefined;
  const { status, stdout, stderr } = spawnSync(command, options, { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}
