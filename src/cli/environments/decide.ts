import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { putDecision } from '../../environment/decisions.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import type { Deployment, PutDecision } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { type Approval, approvalWords, waitingApprovals } from '../follow/approvals.js';
import { whatWaits } from '../follow/lines.js';
import { labelOf } from '../follow/place.js';
import { withNames } from '../person.js';
import { say, writeJson } from '../report.js';
import { isNamed, namesOf, runningIn, sayUnread } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { answered, underNewId } from './requests.js';

interface DecideOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly state: string | undefined;
  readonly comment: string | undefined;
}

/** An approval of a deployment. */
interface Asked {
  readonly place: Place<DecideOptions>;
  readonly record: Deployment;
  readonly approval: Approval;
}

/** Approves or rejects what waits: the only approval, or the one that is named. */
export async function decide(
  places: Places<DecideOptions>,
  word: string | undefined,
  decision: PutDecision['decision'],
): Promise<ExitCode> {
  const { options, terminal } = places;
  const { record, approval, ...found } = await theOne(places, word, decision);
  const place = await found.place.work();
  const { environment, name, version, deployment } = record;
  const { comment = '' } = options;
  const { entry } = approval;
  const id = await underNewId(place, (id) =>
    putDecision(place.store, { environment, name, deployment, entry, id }, { decision, comment }),
  );
  await answered(place, { environment, name, deployment: id }, `what was ${decision}`);
  if (options.json) {
    const { state, iteration } = approval;
    const of = { environment, name, deployment, ...(state !== undefined && { state }), iteration };
    writeJson({ decision, ...of, problems: [] }, terminal);
  } else
    say(
      withNames(
        `${decision} ${whatWaits(approval)} of ${name} ${version} in ${environment}: ${approval.message}`,
      ),
      options,
      terminal,
    );
  return exitCodes.ok;
}

async function theOne(
  places: Places<DecideOptions>,
  word: string | undefined,
  decision: string,
): Promise<Asked> {
  const { options, command } = places;
  const read = await places.each(options.env, async (place) => ({
    file: place.name,
    asked: await waiting(place, word),
  }));
  const all = read.found.flatMap(({ asked }) => asked);
  const file = read.found.map((one) => one.file).join(', ');
  const found = all.filter(
    ({ approval }) => options.state === undefined || options.state === nameOf(approval),
  );
  const [first, second] = found;
  if (first !== undefined && second === undefined) {
    sayUnread(places, read);
    return first;
  }
  const verb = decision === 'approved' ? 'approve' : 'reject';
  if (first === undefined) {
    if (read.problems[0] !== undefined) throw new StoreError(read.problems[0]);
    const what = options.state === undefined ? 'now' : `of \`${options.state}\``;
    const names = all.map(({ approval }) => nameOf(approval));
    const near = options.state === undefined ? undefined : didYouMean(options.state, names, 'what waits');
    const help = near ?? `see what goes on: \`${command('status')}\``;
    throw new StoreError(problem('PLAN7027', { file }, { what }, { help }));
  }
  const related = found.map(({ record, approval }) => ({
    place: { file: `${record.name} ${record.version} in ${record.environment}` },
    message: `\`${command(verb, record.deployment, '--env', record.environment, ...approvalWords(approval))}\``,
  }));
  const help = 'choose one of them';
  throw new StoreError(problem('PLAN7028', { file }, { count: found.length }, { help, related }));
}

/** What it is called: its state, or `environment` where the environment itself demands it. */
const nameOf = ({ state, iteration }: Approval): string =>
  state === undefined ? 'environment' : labelOf({ state, iteration });

/** All that waits in deployments that go on. */
async function waiting(place: Place<DecideOptions>, word: string | undefined): Promise<readonly Asked[]> {
  const { store, options } = place;
  const environments = await namesOf(place, options.env);
  const open = (await Promise.all(environments.map((name) => runningIn(store, name)))).flat();
  const records = await Promise.all(
    open.filter((named) => isNamed(named, word)).map((named) => readDeployment(store, named)),
  );
  const asked = await Promise.all(
    records.map(async (record) => {
      if (record === undefined || hasEnded(record)) return [];
      return (await waitingApprovals(store, record)).map((approval) => ({ place, record, approval }));
    }),
  );
  return asked.flat();
}
