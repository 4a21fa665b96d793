import { type Built, buildDistribution } from '../build-distribution.js';
import {
  defineCommand,
  dependency,
  type ExitCode,
  planOperand,
  quiet,
  setVersion,
  type Values,
} from '../command.js';
import { formatOptions, withFormat } from '../problem-format.js';
import { size } from '../progress.js';
import { forPrograms, give, plural, report, say, suggest } from '../report.js';
import type { Terminal } from '../terminal.js';

const options = {
  ...formatOptions,
  quiet,
  'set-version': setVersion,
  dependency,
  out: {
    type: 'string',
    alias: 'o',
    value: 'zip',
    takes: 'zip',
    pattern: '^(?!-$)',
    expected: 'a file; a distribution is not written to standard output',
    describe: 'Where to write the distribution, instead of dist/<name>-<version>.zip in the project',
  },
  'out-dir': {
    type: 'string',
    value: 'folder',
    takes: 'folder',
    describe: 'Write definition, template, source map and graph there as well, as files',
  },
} as const;
type Given = ReturnType<typeof withFormat<Values<typeof options>>>;

export const build = defineCommand({
  name: 'build',
  describe: 'Compile a plan and pack its project into a distribution',
  operands: [planOperand],
  options,
  examples: [
    ['build', 'Build the plan of this folder'],
    ['build webshop --set-version 1.4.1', 'The version comes from a release, not from the plan'],
    ['build --out-dir dist/parts', 'Keep what the compiler made as files'],
  ],
  fails: 'Nothing was built: there is an error in the plan or the project',
  run: async ([argument = '.'], given, terminal) => {
    const options = withFormat(given);
    const built = await buildDistribution(argument, options, terminal);
    return typeof built === 'number' ? built : tell(built, options, terminal);
  },
});

async function tell(
  { packed, header, compiled, replaced }: Built,
  options: Given,
  terminal: Terminal,
): Promise<ExitCode> {
  const { file, id, size: bytes, files } = packed;
  const { name, version } = header;
  const { plan, diagnostics, silenced } = compiled;
  const result = { file, name, version, id, size: bytes, files };
  const exitCode = await report([...diagnostics, ...silenced], result, options, terminal);
  if (options.problemFormat === 'github') (await import('../github-report.js')).draw(plan!, terminal);
  if (!forPrograms(options)) give(`${file}\n`, terminal);
  const lines = [
    `built ${name} ${version}: ${plural(files, 'file')}, ${size(bytes)}`,
    `  id    ${id}`,
    ...(options['out-dir'] === undefined ? [] : [`  parts ${options['out-dir']}`]),
    ...(replaced === undefined || replaced === id
      ? []
      : [`  was   ${replaced}: if that one was shipped as ${version}, raise the version`]),
  ];
  say(lines, options, terminal);
  suggest(['inspect', file], options, terminal);
  return exitCode;
}
