import { setTimeout } from 'node:timers/promises';
import { type Account, openAccount } from './aws-account.js';
import type { Registered } from './environments-file.js';
import { patient } from './patient.js';
import type { Asked, Making, Pace, Place, PlaceOptions } from './place.js';

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
    making: makingIn(account, asked),
    stacks: {
      owned: async () => (await import('./aws-environment.js')).stacksIn(account),
    },
    pace,
    work: async () => {
      const [{ createOrchestrator }, { systemClock }] = await Promise.all([
        import('../../engines/aws/orchestrator/index.js'),
        import('../../engines/system-clock.js'),
      ]);
      const orchestrator = createOrchestrator(await sfn());
      const signal = asked.terminal.interruption();
      const pause = () => setTimeout(pace.pauses.most, undefined, { signal });
      const ports = patient({ clock: systemClock, orchestrator, store }, pause);
      return { ...place, store: ports.store, ports, wake: async () => undefined };
    },
  };
  return place;
}

const makingIn = (account: Account, { options, terminal }: Asked): Making => ({
  build: async (environment, parameters) =>
    (await import('./aws-environment.js')).buildEnvironment(
      account,
      environment,
      parameters,
      options,
      terminal,
    ),
  raze: async (environment) =>
    (await import('./aws-environment.js')).razeEnvironment(account, environment, options, terminal),
  byDeploying: false,
});

const pace: Pace = {
  pauses: { least: 1000, most: 5000, onTerminal: 3000 },
  uptake: {
    patience: 120_000,
    pause: 500,
    help: 'it is not lost: the queue `plancc-notifications` holds it; see the log of the function `plancc-receiver`',
  },
};
