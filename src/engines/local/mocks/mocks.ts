import type { Json } from '../../../source/document.js';

/** What the call of a state comes to, as TestState and Step Functions Local name it. */
export type Outcome =
  | { readonly Return: Json }
  | { readonly Throw: { readonly Error: string; readonly Cause?: string } };

/** What stands for a runner's image where there are no containers. */
export interface RunnerMock {
  /** Instead of the runner's own. */
  readonly Startup?: readonly string[];
  /** Folders of the project that come first in `PATH`. */
  readonly Path?: readonly string[];
}

/** What AWS would answer, as `mocks.yaml` says it. */
export interface Mocks {
  /** By the name of the state; a list has one for each attempt. */
  readonly States?: { readonly [state: string]: Outcome | readonly Outcome[] };
  readonly Parameters?: { readonly [name: string]: string };
  readonly Secrets?: { readonly [id: string]: string };
  /** By name or ARN. */
  readonly Functions?: { readonly [name: string]: Json };
  /** By `bucket/key`. */
  readonly Objects?: { readonly [place: string]: Json };
  readonly Runners?: { readonly [runner: string]: RunnerMock };
}

/** The file beside a plan that has them. */
export const mocksFile = 'mocks.yaml';

const of = <T>(all: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  all !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;

/** What a state comes to at an attempt, counted from 0: the last one of a list is repeated. */
export function mockFor(mocks: Mocks, state: string, attempt: number): Outcome | undefined {
  const found = of(mocks.States, state);
  return Array.isArray(found) ? (found[attempt] ?? found.at(-1)) : (found as Outcome | undefined);
}

export const parameterIn = (mocks: Mocks, name: string): string | undefined => of(mocks.Parameters, name);
export const secretIn = (mocks: Mocks, id: string): string | undefined => of(mocks.Secrets, id);
export const runnerIn = (mocks: Mocks, name: string): RunnerMock | undefined => of(mocks.Runners, name);

/** What a function returns, which has one name and several ARNs: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export function resultIn(mocks: Mocks, functionName: string): Json | undefined {
  const [, name] = /^arn:[^:]+:lambda:[^:]*:\d*:function:([^:]+)/.exec(functionName) ?? [];
  return of(mocks.Functions, functionName) ?? (name === undefined ? undefined : of(mocks.Functions, name));
}

/** The text of an object. */
export function objectIn(mocks: Mocks, bucket: string, key: string): string | undefined {
  const found = of(mocks.Objects, `${bucket}/${key}`);
  return found === undefined || typeof found === 'string' ? found : JSON.stringify(found);
}

/** The objects of a bucket whose keys begin with a prefix, as ListObjectsV2 lists them. */
export const objectsIn = (mocks: Mocks, bucket: string, prefix: string): readonly Json[] =>
  Object.keys(mocks.Objects ?? {})
    .filter((place) => place.startsWith(`${bucket}/${prefix}`))
    .map((place) => place.slice(bucket.length + 1))
    .sort()
    .map((key) => ({
      Key: key,
      Size: Buffer.byteLength(objectIn(mocks, bucket, key)!),
      StorageClass: 'STANDARD',
    }));

/** The same with what `over` has in the place of what `mocks` has of the same name. */
export const overlaid = (mocks: Mocks, over: Mocks): Mocks =>
  Object.fromEntries(
    (['States', 'Parameters', 'Secrets', 'Functions', 'Objects', 'Runners'] as const).map((part) => [
      part,
      { ...mocks[part], ...over[part] },
    ]),
  );
