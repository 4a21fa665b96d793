import type { Progress } from '../../distribution/progress.js';
import type { Problems, Shipped } from '../../environment/put-version.js';
import type { ExitCode } from '../command.js';
import { located } from '../compile-plan.js';
import { showProgress, size } from '../progress.js';
import { plural, report, say } from '../report.js';
import type { Place } from './place.js';

/** Brings a version into the store of a place, shows how far that is, and says what was new. Problems are reported. */
export async function shipping(
  { name: where, options, terminal }: Place,
  send: (onProgress: (done: Progress) => void) => Promise<Shipped | Problems>,
): Promise<Shipped | ExitCode> {
  const signal = terminal.interruption();
  const progress = options.quiet ? undefined : showProgress('shipping', terminal.err, signal);
  const shipped = await send((done) => {
    signal.throwIfAborted();
    progress?.update(done);
  }).finally(() => progress?.end());
  if ('problems' in shipped) return report(await located(shipped.problems), {}, options, terminal);
  const { name, version, isNew, sent, bytes } = shipped;
  const what = isNew ? `shipped ${name} ${version}` : `${name} ${version} is there already`;
  say(`${what} in ${where}: ${plural(sent, 'new file')}, ${size(bytes)}`, options, terminal);
  return shipped;
}
