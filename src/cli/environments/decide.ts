import { problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { toWriteInLine } from '../../engines/local/mocks/missing.js';
import { putDecision } from '../../environment/decisions.js';
import { hasEnded, readDeployment } from '../../environment/deployments.js';
import type { Deployment, PutDecision } from '../../environment/records.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { type Approval, approvalWords, waitingApprovals } from '../follow/approvals.js';
import { whatWaits } from '../follow/lines.js';
import { labelOf } from '../follow/place.js';
import { withNames } from '../person.js';
import { plural, say, writeJson } from '../report.js';
import { isNamed, runningIn } from './deployment-names.js';
import { namesOf } from './environment-names.js';
import { offered, sayUnread } from './find.js';
import type { Place, PlaceOptions } from './place.js';
import type { Places } from './places.js';
import { answered, underNewId } from './requests.js';

interface DecideOptions extends PlaceOptions {
  readonly env: string | undefined;
  readonly state: string | undefined;
  readonly comment: string | undefined;
}

/** A deployment that goes on. */
interface Open {
  readonly place: Place<DecideOptions>;
  readonly record: Deployment;
  readonly approvals: readonly Approval[];
}

/** An approval of it. */
interface Asked extends Omit<Open, 'approvals'> {
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
  const asked = `what was ${decision}`;
  await answered(place, { environment, name, deployment: id }, asked, othersOnMachine(place, approval));
  if (options.json) {
    const { state, iteration } = approval;
    const of = { environment, name, deployment, ...(state !== undefined && { state }), iteration };
    writeJson({ decision, ...of, problems: [] }, terminal);
  } else {
    const what = `${decision} ${whatWaits(approval)} of ${name} ${version} in ${environment}: ${approval.message}`;
    const left = decision === 'approved' ? leftAfter(record, approval) : 0;
    const more = left > 0 ? [`  it waits for ${plural(left, 'more approval')}`] : [];
    say([withNames(what), ...more], options, terminal);
  }
  return exitCodes.ok;
}

/** How many approvals are still needed, one more given than the record knows of. */
const leftAfter = ({ decisions }: Deployment, { entry, needed }: Approval): number =>
  needed - 1 - decisions.filter((one) => one.entry === entry && one.decision === 'approved').length;

/** Who can decide on one machine, where its users are all who work, and the one who asks may not. */
function othersOnMachine({ stacks }: Place, { state, approvers }: Approval): string | undefined {
  if (stacks.recorded === undefined) return undefined;
  if (state === undefined) return 'on one machine another user of it has to approve';
  if (approvers.length === 0 || !approvers.every((approver) => approver.startsWith('arn:'))) return undefined;
  const mock = `\`${toWriteInLine('States', state, { Return: {} })}\``;
  return `nobody on this machine is a principal of AWS: say in mocks.yaml what it comes to here, ${mock}, or name users as \`Approvers\`, and deploy again`;
}

async function theOne(
  places: Places<DecideOptions>,
  word: string | undefined,
  decision: string,
): Promise<Asked> {
  const { options, command } = places;
  const read = await places.each(options.env, async (place) => ({
    file: place.name,
    open: await openDeployments(place, word),
  }));
  const open = read.found.flatMap((one) => one.open);
  const all = open.flatMap(({ approvals, ...one }) => approvals.map((approval) => ({ ...one, approval })));
  const file = read.found.map((one) => one.file).join(', ');
  const found = all.filter(
    ({ approval }) => options.state === undefined || options.state === nameOf(approval),
  );
  const [first, second] = found;
  if (first !== undefined && second === undefined) {
    sayUnread(places, read);
    return first;
  }
  if (first === undefined) {
    if (read.problems[0] !== undefined) throw new StoreError(read.problems[0]);
    const what = options.state === undefined ? 'now' : `of \`${options.state}\``;
    const names = all.map(({ approval }) => nameOf(approval));
    const near = options.state === undefined ? undefined : didYouMean(options.state, names, 'what waits');
    const related = all.length > 0 ? [] : open.map(({ record }) => offered(places, 'follow', record));
    const help =
      near ??
      (related.length > 0
        ? 'follow what goes on, which may ask yet'
        : `see what goes on: \`${command('status')}\``);
    throw new StoreError(problem('PLAN7027', { file }, { what }, { help, related }));
  }
  const verb = decision === 'approved' ? 'approve' : 'reject';
  const related = found.map(({ record, approval }) =>
    offered(places, verb, record, ...approvalWords(approval)),
  );
  const help = 'choose one of them';
  throw new StoreError(problem('PLAN7028', { file }, { count: found.length }, { help, related }));
}

/** What it is called: its state, or `environment` where the environment itself demands it. */
const nameOf = ({ state, iteration }: Approval): string =>
  state === undefined ? 'environment' : labelOf({ state, iteration });

/** The deployments that go on, each with what waits in it. */
async function openDeployments(
  place: Place<DecideOptions>,
  word: string | undefined,
): Promise<readonly Open[]> {
  const { store, options } = place;
  const environments = await namesOf(place, options.env);
  const known = (await Promise.all(environments.map((name) => runningIn(store, name)))).flat();
  const records = await Promise.all(
    known.filter((named) => isNamed(named, word)).map((named) => readDeployment(store, named)),
  );
  return Promise.all(
    records
      .filter((record) => record !== undefined)
      .filter((record) => !hasEnded(record))
      .map(async (record) => ({ place, record, approvals: await waitingApprovals(store, record) })),
  );
}
