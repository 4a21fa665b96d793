import { join } from 'node:path';
import type { Problem } from '../diagnostics/problem.js';
import { packAssets } from './assets.js';
import type { ProjectFile } from './files.js';
import type { ManifestHeader } from './manifest.js';
import { type Output, openOutput, refuseOutput, unwritableBecause } from './output.js';
import { findPackageFiles, type PackageFiles, type PackageInput } from './package-files.js';
import { countProgress, type Progress } from './progress.js';
import { secretIn } from './secrets.js';
import { isSystemError } from './system-reason.js';
import { withUnreadable } from './unreadable.js';
import { writeDistribution } from './write-distribution.js';
import type { Content } from './zip/pieces.js';

export interface PackInput extends PackageInput {
  readonly header: ManifestHeader;
  /** What the compiler made, e.g. `plan/definition.asl.json`, in the order of the zip. */
  readonly parts: readonly { readonly path: string; readonly text: string }[];
  /** Of deflate, 1 to 9 (6 unless given); 0 stores everything. */
  readonly level?: number | undefined;
  readonly onProgress?: ((done: Progress) => void) | undefined;
}

export interface Packed {
  readonly id: string;
  /** The path given as output. */
  readonly file: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** Number of entries beside the manifest. */
  readonly files: number;
  /** What a reader of the distribution should not see, as far as it is known by its form. */
  readonly warnings: readonly Problem[];
}

export type PackResult = Packed | { readonly problems: readonly Problem[] };

/**
 * Packs a project into a distribution: one zip of the manifest, what the compiler made, the zips of code that
 * templates name, and the project's files. The same input gives the same bytes on every machine. An older
 * distribution at `output` is replaced when the new one is whole.
 */
export async function pack(input: PackInput): Promise<PackResult> {
  let output: Output | undefined;
  try {
    const refused = refuseOutput(input.output);
    if (refused !== undefined) return { problems: [refused] };
    const found = await findPackageFiles(input);
    if (found.problems.length > 0) return { problems: found.problems };
    output = openOutput(input.output);
    return await packInto(output, found, input);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { problems: [unwritableBecause(input.output, error)] };
  } finally {
    output?.discard();
  }
}

async function packInto(
  output: Output,
  { root, outputFile, files }: PackageFiles,
  { header, parts, assets, include = [], level = 6, onProgress, signal, output: file }: PackInput,
): Promise<PackResult> {
  const packed = await packAssets({ root, assets, folder: output.folder, outputFile, signal });
  if (packed.problems.length > 0) return { problems: withUnreadable(packed.problems, files) };
  const contents = [...parts.map(partContent), ...packed.contents, ...files.map(fileContent)];
  const target = join(output.folder, 'distribution.zip');
  const onBytes = onProgress && countProgress(contents, onProgress);
  const warnings: Problem[] = [];
  const onContent = (content: Content, bytes: Buffer) => {
    const secret = include.includes(content.shown) ? undefined : secretIn(content, bytes);
    if (secret !== undefined) warnings.push(secret);
  };
  const written = await writeDistribution(
    target,
    { header, assets: packed.listed, contents },
    { level, onBytes, onContent, signal },
  );
  if ('code' in written) return { problems: withUnreadable([written], files) };
  signal?.throwIfAborted();
  output.publish(target);
  return { ...written, file, files: contents.length, warnings };
}

const partContent = ({ path, text }: PackInput['parts'][number]): Content => {
  const from = Buffer.from(text);
  return { name: path, mode: 0o644, size: from.length, from, shown: path };
};

const fileContent = ({ path, absolute, size, mode }: ProjectFile): Content => ({
  name: `files/${path}`,
  mode,
  size,
  from: absolute,
  shown: path,
});
