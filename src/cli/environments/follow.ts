import { setTimeout } from 'node:timers/promises';
import { plainLines } from '../../diagnostics/formats/text.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { readDeployment } from '../../environment/deployments.js';
import type { DeploymentName } from '../../environment/keys.js';
import type { Deployment } from '../../environment/records.js';
import { timestamp } from '../../ports/clock.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { newsReader } from '../follow/read.js';
import { asJson, asLines, asScreen, type Show } from '../follow/show.js';
import { say } from '../report.js';
import type { Source } from '../why/source.js';
import { endingLines } from './ending.js';
import type { Working } from './place.js';
import { sourceOfVersion } from './source-of-version.js';

/** How often it is looked whether somebody still works. */
const wakes = 2000;

const never: Show = () => undefined;

/**
 * Follows a deployment to its end, whoever runs it; what happened before `since` is not told again. Rejects when it is
 * interrupted, which does nothing to the deployment.
 */
export async function follow(place: Working, named: DeploymentName, since = ''): Promise<ExitCode> {
  const { terminal, options, ports, command, wake } = place;
  const { pauses } = place.pace;
  const signal = terminal.interruption();
  const isLive = !options.json && terminal.out.live();
  const shown = options.json
    ? asJson(terminal.out)
    : options.quiet
      ? never
      : isLive
        ? asScreen(terminal.out, since)
        : asLines(terminal.out, since);
  const now = () => timestamp(ports.clock);
  const read = newsReader({ ports, named, source: sourceReader(place), command, now, since });
  let woken = 0;
  for (let pause = pauses.least; ; ) {
    if (ports.clock.now() - woken > wakes) {
      await wake();
      woken = ports.clock.now();
    }
    const news = await read();
    if (news === undefined) {
      // Where all of the place is gone, that is what to tell.
      await wake();
      throw new StoreError(gone(place, named));
    }
    shown(news, now());
    if (news.at(-1)?.event === 'end') return tellEnd(place, named);
    pause = news.length > 0 ? pauses.least : Math.min(pause * 1.3, isLive ? pauses.onTerminal : pauses.most);
    try {
      await setTimeout(pause, undefined, { signal });
    } catch (error) {
      const again = command('follow', named.deployment, '--env', named.environment);
      say(['the deployment goes on; come back to it with', `  ${again}`], options, terminal);
      throw error;
    }
  }
}

function gone({ name: file, command }: Working, { environment, deployment }: DeploymentName): Problem {
  const help = `it was removed; see what there is: \`${command('history', '--env', environment)}\``;
  return problem('PLAN7023', { file }, { word: deployment, where: ` in \`${environment}\`` }, { help });
}

async function tellEnd(place: Working, named: DeploymentName): Promise<ExitCode> {
  const { options, terminal, store } = place;
  const record = (await readDeployment(store, named))!;
  if (!options.json) {
    const lines = await endingLines(place, record);
    terminal.out.write(plainLines(`${lines.join('\n')}\n`));
  }
  return record.status === 'succeeded' ? exitCodes.ok : exitCodes.problems;
}

/** Reads the plan of a version once. */
function sourceReader({ store }: Working): (record: Deployment) => Promise<Source | undefined> {
  let source: Promise<Source | undefined> | undefined;
  return (record) => {
    source ??= sourceOfVersion(store, record);
    return source;
  };
}
