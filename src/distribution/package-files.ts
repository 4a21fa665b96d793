import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from '../cloudformation/template.js';
import { type Decoded, decode } from '../source/decode.js';
import { missingFiles, requiredFiles } from './assets.js';
import { type Found, findFiles } from './files.js';
import { ignoreFile, packageRules, type Rules } from './ignore.js';
import { leftOut, type Needed } from './left-out.js';
import { realOutput, unwritable } from './output.js';
import { isSystemError } from './system-reason.js';
import { unreadable } from './unreadable.js';

export interface PackageInput {
  /** Absolute path of the project's folder. */
  readonly root: string;
  /** What templates of the project name and CloudFormation wants in a bucket. */
  readonly assets: readonly Asset[];
  /** Files and folders of the project that states cannot do without. */
  readonly needed?: readonly Needed[] | undefined;
  /** `Package.Include` and `Package.Exclude` of the plan. */
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Path of the zip that is being built. */
  readonly output: string;
  /** Aborting rejects with the signal's reason; nothing is left behind, an older output stays. */
  readonly signal?: AbortSignal | undefined;
}

export interface PackageFiles extends Found {
  /** The project's folder as a real path. */
  readonly root: string;
  /** Real path of the zip that is being built. */
  readonly outputFile: string;
}

/**
 * Finds the files of a project that belong into its package: all but what `.planccignore` and the plan leave out, and
 * in any case the files that templates name.
 */
export async function findPackageFiles(input: PackageInput): Promise<PackageFiles> {
  const { assets, needed = [], include, exclude, signal } = input;
  const nothing = { root: input.root, outputFile: '', files: [] };
  let file = '.';
  try {
    const root = realpathSync(input.root);
    file = ignoreFile;
    const ignored = readIfThere(join(root, ignoreFile));
    if ('problems' in ignored) return { ...nothing, problems: ignored.problems };
    const required = new Set([...requiredFiles(assets), ...needed.map(({ path }) => path)]);
    const patterns = { ignoreText: ignored.text, exclude, include };
    const rules = withRequired(await packageRules(patterns), required);
    const outputFile = realOutput(input.output);
    if ([...required, ...assets.map(({ path }) => path)].some((path) => join(root, path) === outputFile)) {
      return { ...nothing, problems: [unwritable(input.output, 'a state needs that file')] };
    }
    const { files, problems } = await findFiles({ root, folder: '', rules, outputFile, signal });
    const packed = files.map(({ path }) => path);
    if (problems.length > 0) return { root, outputFile, files, problems };
    const missing = missingFiles(assets, root, new Set(packed));
    return {
      root,
      outputFile,
      files,
      problems: [...missing, ...(await leftOut(needed, packed, root, patterns))],
    };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ...nothing, problems: [unreadable(file, error)] };
  }
}

/** Patterns that are not read would leave secrets in the package: what is no text is refused. */
function readIfThere(path: string): Decoded | { readonly text: undefined } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { text: undefined };
    throw error;
  }
  return decode(ignoreFile, bytes);
}

const withRequired = (rules: Rules, required: ReadonlySet<string>): Rules => ({
  packs: (path) => rules.packs(path) || required.has(path),
  mayPackInside: (folder) =>
    rules.mayPackInside(folder) || [...required].some((path) => path.startsWith(folder)),
});
