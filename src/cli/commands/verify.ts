import { defineCommand, json, quiet, zipOperand } from '../command.js';
import { located } from '../compile-plan.js';
import { showProgress } from '../progress.js';
import { give, plural, report, say } from '../report.js';

export const verify = defineCommand({
  name: 'verify',
  describe: 'Read all of a distribution and compare every file with its digest',
  operands: [zipOperand],
  options: { json, quiet },
  examples: [['verify dist/webshop-1.4.0.zip', 'Is this still what was built?']],
  fails: 'It is no distribution, or not as it was built',
  run: async ([file], options, terminal) => {
    const { verify } = await import('../../distribution/verify.js');
    const signal = terminal.interruption();
    const progress = options.quiet ? undefined : showProgress('verifying', terminal.err, signal);
    const read = await verify(file!, (done) => {
      signal.throwIfAborted();
      progress?.update(done);
    }).finally(() => progress?.end());
    if ('problems' in read) return report(await located(read.problems), { file }, options, terminal);
    const { name, version, files } = read.manifest;
    say(
      `${file} is ${name} ${version}, and its ${plural(files.length, 'file')} are as they were built`,
      options,
      terminal,
    );
    if (!options.json) give(`${read.id}\n`, terminal);
    return report([], { file, name, version, id: read.id }, options, terminal);
  },
});
