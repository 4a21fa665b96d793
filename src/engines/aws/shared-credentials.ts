import type { Settings } from './clients.js';

/** Gets credentials, again and again: those of a session end. */
export type Credentials = Extract<Settings['credentials'], (...given: never) => unknown>;

/** Before credentials end, so that no request is on its way then. */
const reserve = 5 * 60_000; // milliseconds

/** The clients of all services use the same, which are got again shortly before they end. */
export function shared(get: Credentials): Credentials {
  let held: ReturnType<Credentials> | undefined;
  return async (properties) => {
    const known = await held?.catch(() => undefined);
    if (known === undefined || (known.expiration?.getTime() ?? Infinity) - Date.now() < reserve) {
      held = get(properties);
    }
    return held!;
  };
}
