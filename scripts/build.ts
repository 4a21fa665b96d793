import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { common, replace, root, script } from './bundling.js';
import { framework } from './framework.js';
import { licences } from './licences.js';

/** Lets an ES module have a package when it is first needed, in the midst of a function: `src/asl/jsonata/parser.cts`. */
export const loadedWhenNeeded =
  // In two pieces: who bundles this file for a test puts its place here in.
  `import{createRequire as requireFrom}from'node:module';const require=requireFrom(${'import.meta'}.url);`;

/** Makes `dist/cli.cjs`, which `bin/plancc.cjs` runs, and `dist/index.js`, the package's entry. */
export async function build(): Promise<void> {
  const commit = builtFrom();
  const [cli, library, page] = await Promise.all([
    // CommonJS, because only a script can be given V8's cached code. Names stay, for readable stack traces.
    bundle({
      ...common,
      ...script,
      entryPoints: ['src/cli/main.ts'],
      // Installed beside it, and loaded by the few commands that go to AWS.
      external: ['@aws-sdk/*'],
      minifyWhitespace: true,
      minifySyntax: true,
      lineLimit: 160,
      define: { ...script.define, ...(commit && { BUILT_FROM: JSON.stringify(commit) }) },
    }),
    bundle({
      ...common,
      entryPoints: ['src/index.ts'],
      format: 'esm',
      packages: 'external',
      banner: { js: loadedWhenNeeded },
    }),
    // What `plancc graph` puts into its page. Older browsers are to read it.
    bundle({
      ...common,
      entryPoints: ['src/graph/html/page.js', 'src/graph/html/page.css'],
      outdir: 'dist',
      platform: 'browser',
      target: 'es2020',
      minify: true,
    }),
  ]);
  const inAws = await framework();
  const text = cli.outputFiles![0]!.text;
  const digest = createHash('sha256').update(text).digest('hex');
  replace(join(root, 'dist/cli.cjs'), `//${digest}\n${text}`);
  replace(join(root, 'dist/index.js'), library.outputFiles![0]!.text);
  for (const { path, text: part } of page.outputFiles!)
    replace(join(root, 'dist', `graph${extname(path)}`), part);
  replace(join(root, 'dist/LICENSES.txt'), licences([...Object.keys(cli.metafile.inputs), ...inAws]));
}

/** `20be215, 2026-11-23`: the commit and its date, so that the same source gives the same bundle; undefined without git. */
function builtFrom(): string | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // Another git may be at work here.
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
    }).trim();
  try {
    const commit = git('describe', '--always', '--dirty', '--abbrev=7', '--exclude=*');
    return `${commit}, ${git('log', '-1', '--format=%cs')}`;
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
