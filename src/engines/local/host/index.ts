import { mkdirSync } from 'node:fs';
import { deployingMachine } from '../../../environment/controller/machine.js';
import type { Engine } from '../engine.js';
import { type Runners, runnersOf } from '../jobs/runners.js';
import { controllerArn, driverArn, driverMachine } from '../names.js';
import { openEngine } from '../open-engine.js';
import { onChanges } from '../orchestrator/watch.js';
import { type Hold, hold } from '../store/lock.js';
import { worldOfNone } from '../world.js';
import { readNotifications } from './notifications.js';
import { type Complain, executionHasEnded, receiveAll, sweepAll } from './receive.js';

/** Milliseconds between two looks at whatever may stand still. */
const sweeping = 30_000;
/** Milliseconds between two looks for jobs without a runner. */
const looking = 50;
/** Milliseconds that the host stays when there is nothing to do, for one who does one thing after the other. */
const lingering = 1_000;

/**
 * Does what there is to do below a root, until nothing is left: receives requests and decisions, and runs executions.
 * Returns at once when another process does so already. `plancc` is the command line that starts another process.
 */
export async function runHost(root: string, plancc: readonly string[], complain: Complain): Promise<void> {
  const engine = openEngine(root);
  const { folders, orchestrator } = engine;
  const runners = runnersOf(folders.jobs, [...plancc, 'worker', '--store', root, '--runner']);
  mkdirSync(folders.notifications, { recursive: true });
  const isBusy = () =>
    orchestrator.isBusy() || readNotifications(folders.notifications).length > 0 || runners.areBusy();
  // What comes while the lock is let go of is either seen here, or by the host that its sender starts.
  do {
    const held = hold(folders.hostLock);
    if (held === undefined) return;
    try {
      await work(engine, runners, held, isBusy, complain);
    } finally {
      held.letGo();
    }
  } while (isBusy());
}

async function work(
  engine: Engine,
  runners: Runners,
  { isOurs }: Hold,
  isBusy: () => boolean,
  complain: Complain,
): Promise<void> {
  const { clock, folders, orchestrator } = engine;
  const world = worldOfNone(engine);
  const stop = new AbortController();
  await installDriver(engine);
  await sweepAll(world, complain);
  const executions = orchestrator.run(
    { onEnd: (execution) => void executionHasEnded(world, execution, complain), complain },
    stop.signal,
  );
  const turn = oneAtATime(() => receiveAll(world, folders.notifications, complain));
  onChanges(folders.notifications, stop.signal, turn);
  let idleSince = clock.now();
  let swept = clock.now();
  // Somebody may have removed the root, and another one may be there now, with a host of its own.
  while (isOurs() && clock.now() - idleSince < lingering) {
    await clock.until(clock.now() + looking);
    runners.start();
    if (isBusy()) idleSince = clock.now();
    if (clock.now() - swept > sweeping) {
      swept = clock.now();
      await sweepAll(world, complain);
    }
  }
  stop.abort();
  await executions;
  await turn();
}

/** Calls `work` again when it was asked for while it was at work. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  return () => {
    isWanted = true;
    running ??= (async () => {
      while (isWanted) {
        isWanted = false;
        await work();
      }
      running = undefined;
    })();
    return running;
  };
}

/** The machine that drives deployments has to be there before the first one. */
const installDriver = ({ orchestrator }: Engine): Promise<void> =>
  orchestrator.install({
    arn: driverArn,
    name: driverMachine,
    definition: JSON.stringify(deployingMachine(controllerArn)),
  });
