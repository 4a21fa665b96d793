import { plain } from '../../diagnostics/formats/text.js';
import type { DistributionReader } from '../../distribution/read.js';
import { defineCommand, exitCodes, json, quiet, zipOperand } from '../command.js';
import { located } from '../compile-plan.js';
import { size } from '../progress.js';
import { give, plural, report, suggest, writeJson } from '../report.js';

export const inspect = defineCommand({
  name: 'inspect',
  describe: 'Show what a distribution says about itself, and the files in it',
  operands: [zipOperand],
  options: { json, quiet },
  examples: [
    ['inspect dist/webshop-1.4.0.zip', 'Name, version, id, dependencies and files'],
    ['inspect dist/webshop-1.4.0.zip --json', 'The manifest, with id and size'],
  ],
  fails: 'It cannot be read, or is no distribution',
  run: async ([file], options, terminal) => {
    const { readDistribution } = await import('../../distribution/read.js');
    const read = await readDistribution(file!);
    if ('problems' in read) return report(await located(read.problems), { file }, options, terminal);
    if (options.json) writeJson({ id: read.id, size: read.size, manifest: read.manifest }, terminal);
    else give(describe(read, options.quiet), terminal);
    suggest(['verify', file!], options, terminal);
    return exitCodes.ok;
  },
});

function describe({ manifest, id, size: bytes }: DistributionReader, quiet: boolean): string {
  const { name, version, description, tags, dependencies, parameters, outputs, commit, compiler, files } =
    manifest;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', id],
    ['size', `${size(bytes)}, ${plural(files.length, 'file')}`],
    ['description', description],
    ['tags', words(tags, (tag, value) => `${tag}=${value}`)],
    ['depends on', words(dependencies, (other, range) => `${other} ${range}`)],
    ['parameters', words(parameters, (parameter) => parameter)],
    ['outputs', words(outputs, (output) => output.replace(/\.\$$/, ''))],
    ['commit', commit],
    ['built by', compiler],
  ];
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '');
  const head = shown.map(([label, value]) => `  ${label.padEnd(12)} ${plain(value)}\n`);
  const title = `${plain(name)} ${plain(version)}\n`;
  if (quiet) return `${title}${head.join('')}`;
  const width = files.reduce((widest, file) => Math.max(widest, size(file.size).length), 0);
  const list = files.map(
    (file) =>
      `  ${size(file.size).padStart(width)}  ${file.sha256.slice(0, 12)}  ${file.mode}  ${plain(file.path)}\n`,
  );
  return `${title}${head.join('')}\n${list.join('')}`;
}

const words = <T>(
  entries: { readonly [key: string]: T } = {},
  word: (key: string, value: T) => string,
): string =>
  Object.entries(entries)
    .map(([key, value]) => word(key, value))
    .join(', ');
