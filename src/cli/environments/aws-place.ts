import type { Registered } from './environments-file.js';
import type { Asked, Manner, Place, PlaceOptions } from './place.js';

/** The region of an account, with those of its environments that `names` says. */
export async function awsPlace<O extends PlaceOptions>(
  asked: Asked<O>,
  at: Registered,
  names: readonly string[],
): Promise<Place<O>> {
  // Nobody who runs plancc can do anything about it.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [{ connect }, { createStore }] = await Promise.all([
    import('../../engines/aws/connect.js'),
    import('../../engines/aws/store/index.js'),
  ]);
  const connection = await connect({ region: at.Region, profile: at.Profile, roleArn: at.RoleArn });
  const store = createStore(await connection.s3(), connection.bucket);
  const place: Place<O> = {
    ...asked,
    name: `${connection.account}/${connection.region}`,
    store,
    names: async () => names,
    by: connection.userId,
    manner,
    work: async () => {
      const [{ createOrchestrator }, { systemClock }] = await Promise.all([
        import('../../engines/aws/orchestrator/index.js'),
        import('../../engines/local/clock.js'),
      ]);
      const orchestrator = createOrchestrator(await connection.sfn());
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
    help: 'it is not lost: S3 tells the function `plancc-receiver` of it again; see the log of that function, and the queue `plancc-notifications-failed`',
  },
};
