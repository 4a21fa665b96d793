import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as bundle } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  write: false,
  logLevel: 'warning',
  metafile: true,
};

/** Makes `dist/cli.cjs`, which `bin/plancc.cjs` runs, and `dist/index.js`, the package's entry. */
export async function build(): Promise<void> {
  const [cli, library] = await Promise.all([
    // CommonJS, because only a script can be given V8's cached code. Names stay, for readable stack traces.
    bundle({
      ...common,
      entryPoints: ['src/cli/main.ts'],
      format: 'cjs',
      minifyWhitespace: true,
      minifySyntax: true,
      lineLimit: 160,
      // `import()` of a built-in module becomes `require`: a script has no `import()`.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'bundle.url' },
      banner: { js: 'const bundle={get url(){return require("node:url").pathToFileURL(__filename).href}};' },
    }),
    bundle({ ...common, entryPoints: ['src/index.ts'], format: 'esm', packages: 'external' }),
  ]);
  const text = cli.outputFiles![0]!.text;
  const digest = createHash('sha256').update(text).digest('hex');
  replace(join(root, 'dist/cli.cjs'), `//${digest}\n${text}`);
  replace(join(root, 'dist/index.js'), library.outputFiles![0]!.text);
}

/** Whole or not at all, and only when it changed: someone may be running it. */
function replace(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
