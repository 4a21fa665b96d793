import { setTimeout } from 'node:timers/promises';
import { type Account, openAccount } from './aws-account.js';
import type { Registered } from './environments-file.js';
import { patient } from './patient.js';
import type { Asked, Manner, Place, PlaceOptions } from './place.js';

/** A region of an account, with those of its environments that `names` says. */
export async function awsPlace<O extends PlaceOptions>(
  asked: Asked<O>,
  at: Registered,
  names: readonly string[],
): Promise<Place<O>> {
  const account = await openAccount(at, asked.terminal);
  const { name, store, userId, sfn } = account;
  const place: Place<O> = {
    ...asked,
    name,
    store,
    names: async () => names,
    namesEver: async () => names,
    by: userId,
    manner: mannerOf(account, asked),
    work: async () => {
      const [{ createOrchestrator }, { systemClock }] = await Promise.all([
        import('../../engines/aws/orchestrator/index.js'),
        import('../../engines/local/clock.js'),
      ]);
      const orchestrator = createOrchestrator(await sfn());
      const { most } = place.manner.pauses;
      const pause = () => setTimeout(most, undefined, { signal: asked.terminal.interruption() });
      const ports = patient({ clock: systemClock, orchestrator, store }, pause);
      return { ...place, store: ports.store, ports, wake: async () => undefined };
    },
  };
  return place;
}

const mannerOf = (account: Account, { options, terminal }: Asked): Manner => ({
  build: async (environment, parameters) => {
    const { buildEnvironment } = await import('./aws-environment.js');
    return buildEnvironment(account, environment, parameters, options, terminal);
  },
  raze: async (environment) => {
    const { razeEnvironment } = await import('./aws-environment.js');
    return razeEnvironment(account, environment, options, terminal);
  },
  makes: false,
  stacks: async () => {
    const { stacksIn } = await import('./aws-environment.js');
    return stacksIn(account);
  },
  remarks: [],
  pauses: { least: 1000, most: 5000, onTerminal: 3000 },
  uptake: {
    patience: 120_000,
    pause: 500,
    help: 'it is not lost: the queue `plancc-notifications` holds it; see the log of the function `plancc-receiver`',
  },
});
