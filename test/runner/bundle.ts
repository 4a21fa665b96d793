import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { loadedWhenNeeded } from '../../scripts/build.js';

export interface Bundled {
  /** Test file to what to run for it, or why it cannot be run. */
  readonly scripts: ReadonlyMap<string, { readonly script: string } | { readonly error: string }>;
  readonly remove: () => void;
}

/** Compiles test files once, together: a TypeScript loader in every process would take longer than most of the tests. */
export async function bundle(files: readonly string[], root: string): Promise<Bundled> {
  // Inside the project, so that packages are found; one folder a run, so that runs do not disturb each other.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, 'node_modules/.cache/test-'));
  const options: BuildOptions = {
    absWorkingDir: root,
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
    banner: { js: loadedWhenNeeded },
    plugins: [ownPlace],
  };
  const script = (file: string) => join(folder, relative(root, resolve(root, file)).replace(/\.ts$/, '.mjs'));
  const compile = async (entryPoints: readonly string[]): Promise<string | undefined> => {
    try {
      await build({ ...options, entryPoints: [...entryPoints] });
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  // A file that does not compile must not keep the others from running.
  const together = await compile(files);
  const scripts = new Map<string, { script: string } | { error: string }>();
  for (const file of files) {
    const error = together === undefined ? undefined : await compile([file]);
    scripts.set(file, error === undefined ? { script: script(file) } : { error });
  }
  return { scripts, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Tests find fixtures beside themselves: `import.meta` keeps telling where the source is. */
const ownPlace: Plugin = {
  name: 'own-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined;
      const text = readFileSync(path, 'utf8');
      const own = { url: pathToFileURL(path).href, dirname: resolve(path, '..'), filename: path };
      const contents = text.replaceAll(
        /\bimport\.meta\.(url|dirname|filename)\b/g,
        (_, name: keyof typeof own) => JSON.stringify(own[name]),
      );
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    }),
};
