import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build as bundle, type Metafile, type Plugin } from 'esbuild';
import { writeZip } from '../src/distribution/zip/archive.js';
import { common, root, script } from './bundling.js';

/** What runs in AWS. */
export interface Programs {
  /** Text of a script. */
  readonly receiver: string;
  /** A zip with `controller.js` and `worker.js`. */
  readonly functions: Buffer;
  /** Text of a script. */
  readonly runner: string;
  /** What each is made of. */
  readonly metafile: Metafile;
}

const entryOf = (name: string): string => `src/engines/aws/functions/${name}.ts`;

/**
 * What is imported when it is needed is bundled whole. Of a client's package that is the client alone; commands are imported
 * one by one, where they are used.
 */
const onlyClients: Plugin = {
  name: 'only-clients',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@aws-sdk\/client-/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'client', sideEffects: false } : undefined,
    );
    onLoad({ filter: /./, namespace: 'client' }, ({ path }) => {
      const resolveDir = join(root, 'node_modules', path, 'dist-es');
      const client = readdirSync(resolveDir).find((file) => /.Client\.js$/.test(file));
      return { contents: `export * from './${client}';`, resolveDir };
    });
  },
};

const options = {
  ...common,
  ...script,
  // ES modules, of which what is not used is left out.
  mainFields: ['module', 'main'],
  plugins: [onlyClients],
  minify: true,
  outdir: '.',
  entryNames: '[name]',
} satisfies BuildOptions;

/** Bundles what runs in AWS, with the clients that it uses, but for the receiver: it is in a template, and Lambda brings the client. */
export async function programs(): Promise<Programs> {
  const [slim, whole] = await Promise.all([
    bundle({ ...options, entryPoints: [entryOf('receiver')], external: ['@aws-sdk/*'], banner: {} }),
    bundle({ ...options, entryPoints: ['controller', 'worker', 'runner'].map(entryOf) }),
  ]);
  const texts = new Map(
    [...slim.outputFiles, ...whole.outputFiles].map(({ path, text }) => [
      path.slice(path.lastIndexOf('/') + 1),
      text,
    ]),
  );
  const textOf = (name: string) => texts.get(`${name}.js`)!;
  return {
    receiver: textOf('receiver'),
    functions: await zipped(['controller', 'worker'].map((name) => [`${name}.js`, textOf(name)])),
    runner: textOf('runner'),
    metafile: whole.metafile,
  };
}

/** The same bytes for the same texts. */
async function zipped(texts: readonly (readonly [name: string, text: string])[]): Promise<Buffer> {
  const temporary = mkdtempSync(join(tmpdir(), 'plancc-functions-'));
  try {
    const contents = texts.map(([name, text]) => {
      const from = Buffer.from(text);
      return { name, mode: 0o644, size: from.length, from, shown: name };
    });
    const file = join(temporary, 'functions.zip');
    const written = await writeZip(file, contents, 'functions.zip', { level: 9 });
    if ('code' in written) throw new Error(written.message);
    return readFileSync(file);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
