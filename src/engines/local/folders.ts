import { join } from 'node:path';

/** Where things are below the root of a local engine. `store` is what a bucket is in AWS; the rest is the engine's own. */
export const foldersOf = (root: string) => {
  const engine = join(root, 'engine');
  return {
    store: join(root, 'store'),
    engine,
    notifications: join(engine, 'notifications'),
    stacks: join(engine, 'stacks'),
    jobs: join(engine, 'jobs'),
    events: join(engine, 'events.jsonl'),
    hostLock: join(engine, 'host.lock'),
    hostLog: join(engine, 'host.log'),
  } as const;
};

export type Folders = ReturnType<typeof foldersOf>;
