import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { Asset } from '../cloudformation/template.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { type Found, findFiles } from './files.js';
import type { Rules } from './ignore.js';
import type { ManifestAsset } from './manifest.js';
import { isInside, normalMode } from './resolve-entry.js';
import { withUnreadable } from './unreadable.js';
import { writeZip } from './zip/archive.js';
import type { Content } from './zip/pieces.js';

export interface AssetInput {
  /** The project's folder as a real path. */
  readonly root: string;
  readonly assets: readonly Asset[];
  /** An empty folder for the zips. */
  readonly folder: string;
  /** Real path of the zip that is being built. */
  readonly outputFile: string;
  readonly signal?: AbortSignal | undefined;
}

export interface PackedAssets {
  /** The zips of code, each once. */
  readonly contents: readonly Content[];
  readonly listed: readonly ManifestAsset[];
  readonly problems: readonly Problem[];
}

/**
 * Everything in a folder of code belongs to it, `node_modules` too, as `aws cloudformation package` has it; what
 * `.planccignore` and the plan leave out is left out of `files/` alone.
 */
const everything: Rules = { packs: () => true, mayPackInside: () => true };

/** Files of the project that the package cannot do without, whatever the ignore rules say. */
export const requiredFiles = (assets: readonly Asset[]): ReadonlySet<string> =>
  new Set(assets.flatMap(({ template, path, form }) => (form === 'zip' ? [template] : [template, path])));

/**
 * Zips what templates want zipped, each to `assets/<SHA-256 of the zip>.zip`. Nothing is deflated in these zips, so
 * that their digests, and with them the distribution's id, do not depend on the zlib that Node was built with; the
 * distribution around them is compressed.
 */
export async function packAssets(input: AssetInput): Promise<PackedAssets> {
  const zips = new Map<string, Content>();
  const byPath = new Map<string, string>();
  const listed: ManifestAsset[] = [];
  let problems: readonly Problem[] = [];
  for (const asset of input.assets) {
    const { template, pointer, path } = asset;
    if (asset.form === 'zip' && !byPath.has(path)) {
      const packed = await zipAsset(asset, input, join(input.folder, `${byPath.size}.zip`));
      if ('name' in packed) zips.set(packed.name, packed);
      else problems = problems.concat(packed);
      byPath.set(path, 'name' in packed ? packed.name : '');
    }
    listed.push({ template, pointer, path: byPath.get(path) ?? `files/${path}` });
  }
  const contents = [...zips.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { contents, listed, problems };
}

async function zipAsset(
  asset: Asset,
  input: AssetInput,
  target: string,
): Promise<Content | readonly Problem[]> {
  const { files, problems } = await assetFiles(asset, input);
  if (problems.length > 0) return problems;
  const shown = (path: string) => posix.join(asset.path, path);
  const contents = files.map(
    ({ path, absolute, size, mode }): Content => ({
      name: path,
      from: absolute,
      size,
      mode,
      shown: shown(path),
    }),
  );
  const written = await writeZip(target, contents, asset.path, { level: 0, signal: input.signal });
  return 'code' in written
    ? withUnreadable([written], files, shown)
    : { ...written.zip, name: `assets/${written.sha256}.zip` };
}

async function assetFiles(asset: Asset, { root, outputFile, signal }: AssetInput): Promise<Found> {
  const { path } = asset;
  let real: string;
  try {
    real = realpathSync(join(root, path));
  } catch {
    return { files: [], problems: [unusableAsset(asset, 'does not exist')] };
  }
  if (!isInside(real, root)) {
    return { files: [], problems: [unusableAsset(asset, 'is outside the project')] };
  }
  const status = statSync(real);
  if (status.isDirectory()) {
    return findFiles({ root, folder: path === '.' ? '' : path, rules: everything, outputFile, signal });
  }
  const file = { path: basename(path), absolute: real, size: status.size, mode: normalMode(status.mode) };
  return { files: [file], problems: [] };
}

/** A problem for each file that a template names and that was not found in the project. */
export const missingFiles = (
  assets: readonly Asset[],
  root: string,
  found: ReadonlySet<string>,
): readonly Problem[] =>
  assets
    .filter(({ form, path }) => form !== 'zip' && !found.has(path))
    .map((asset) =>
      existsSync(join(root, asset.path))
        ? unusableAsset(asset, 'is never packed', neverPacked)
        : unusableAsset(asset, 'does not exist'),
    );

const neverPacked = 'name something else: `.git`, distributions, and what else plancc wrote are never packed';

const unusableAsset = (
  { template, pointer, path }: Asset,
  reason: string,
  help = 'correct the path, which is relative to the template, or add the file to the project',
): Problem => problem('PLAN6010', { file: template, path: pointer }, { path, reason }, { help });
