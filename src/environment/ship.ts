import { withDistribution } from '../distribution/open.js';
import type { Progress } from '../distribution/progress.js';
import type { ObjectStore } from '../ports/object-store.js';
import { type Problems, putVersion, type Shipped, sendMissing } from './put-version.js';
import { removeDamaged } from './remove-damaged.js';
import { supplyFromZip } from './zip-supply.js';

/**
 * Brings a distribution, a zip, to a store. Every file is checked against its digest on the way. Throws a `StoreError` when
 * the store cannot be used, and what `onProgress` throws.
 */
export const ship = (
  zip: string,
  store: ObjectStore,
  onProgress?: (done: Progress) => void,
): Promise<Shipped | Problems> =>
  withDistribution(zip, (opened) => putVersion(store, opened, supplyFromZip(zip, opened), onProgress));

/** The same, but first reads all that the store has of the version, and replaces what is damaged. */
export const repair = (
  zip: string,
  store: ObjectStore,
  onProgress?: (done: Progress) => void,
): Promise<Shipped | Problems> =>
  withDistribution(zip, async (opened) => {
    const supply = supplyFromZip(zip, opened);
    await removeDamaged(store, opened.manifest);
    const sent = await sendMissing(store, opened.manifest, supply, new Set(), onProgress);
    if ('problems' in sent) return sent;
    const shipped = await putVersion(store, opened, supply);
    return 'problems' in shipped ? shipped : { ...shipped, ...sent };
  });
