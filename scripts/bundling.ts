import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  write: false,
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/** A script has no `import.meta`, and no `import()`: that of a built-in module becomes `require`. */
export const script = {
  format: 'cjs',
  // ES modules, which can be cut to what is used; its code for Node is the same but for reading `process.env`.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  supported: { 'dynamic-import': false },
  // In two pieces: who bundles this file for a test puts its place in there.
  define: { [`${'import.meta'}.url`]: 'bundle.url' },
  banner: { js: 'const bundle={get url(){return require("node:url").pathToFileURL(__filename).href}};' },
} as const satisfies BuildOptions;

/** Whole or not at all, and only when it changed: someone may be running it. */
export function replace(path: string, content: string | Buffer): void {
  try {
    if (readFileSync(path).equals(Buffer.from(content))) return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
