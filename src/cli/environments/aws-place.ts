import { openAccount } from './aws-account.js';
import type { Registered } from './environments-file.js';
import type { Asked, Manner, Place, PlaceOptions } from './place.js';

/** A region of an account, with those of its environments that `names` says. */
export async function awsPlace<O extends PlaceOptions>(
  asked: Asked<O>,
  at: Registered,
  names: readonly string[],
): Promise<Place<O>> {
  const { name, store, userId, sfn } = await openAccount(at, asked.terminal);
  const place: Place<O> = {
    ...asked,
    name,
    store,
    names: async () => names,
    by: userId,
    manner,
    work: async () => {
      const [{ createOrchestrator }, { systemClock }] = await Promise.all([
        import('../../engines/aws/orchestrator/index.js'),
        import('../../engines/local/clock.js'),
      ]);
      const orchestrator = createOrchestrator(await sfn());
      return { ...place, ports: { clock: systemClock, orchestrator, store }, wake: async () => undefined };
    },
  };
  return place;
}

const manner: Manner = {
  makes: false,
  remarks: [],
  pauses: { least: 1000, most: 5000, onTerminal: 3000 },
  uptake: {
    patience: 120_000,
    pause: 500,
    help: 'it is not lost: the queue `plancc-notifications` holds it; see the log of the function `plancc-receiver`',
  },
};
