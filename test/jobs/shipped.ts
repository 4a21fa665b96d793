import { hash } from 'node:crypto';
import { distributionId, manifestBytes } from '../../src/distribution/manifest.js';
import { blobKey, manifestKey } from '../../src/environment/keys.js';
import { planParts } from '../../src/language/plan-parts.js';
import type { Job } from '../../src/ports/jobs.js';
import type { ObjectStore } from '../../src/ports/object-store.js';

export const deployment = '20261123-120000-abcdef';

let count = 0;

/** A job that is unlike every other one. */
export function aJob(
  distribution: Job['distribution'],
  properties: Job['properties'],
  more: Partial<Job> = {},
): Job {
  const id = (++count).toString(16).padStart(8, '0');
  return {
    id,
    entry: `State@0-${id}`,
    type: 'runner',
    state: 'State',
    iteration: [],
    token: `token-${id}`,
    environment: 'test',
    distribution,
    deployment,
    properties,
    payload: { environment: 'test', output: {} },
    submitted: count,
    ...more,
  };
}

/** Puts a distribution with files of a project into a store. */
export async function ship(
  store: ObjectStore,
  given: { readonly [path: string]: string },
): Promise<Job['distribution']> {
  const texts = { ...Object.fromEntries(planParts.map((path) => [path, '{}'])) };
  for (const [path, text] of Object.entries(given)) texts[`files/${path}`] = text;
  const files = [];
  for (const [path, text] of Object.entries(texts)) {
    const body = Buffer.from(text);
    const sha256 = hash('sha256', body);
    await store.putIfAbsent(blobKey(sha256), body);
    const mode = text.startsWith('#!') ? ('0755' as const) : ('0644' as const);
    files.push({ path, size: body.length, sha256, mode });
  }
  const bytes = manifestBytes({
    format: 1,
    name: 'shop',
    version: '1.0.0',
    dependencies: {},
    parameters: {},
    compiler: 'plancc 0.1.0',
    files,
    assets: [],
  });
  await store.putIfAbsent(manifestKey('shop', '1.0.0'), bytes);
  return { name: 'shop', version: '1.0.0', id: distributionId(bytes) };
}
