import type { Emitted } from '../compiler/emit/index.js';
import { sourceCommit } from '../distribution/commit.js';
import type { ManifestHeader } from '../distribution/manifest.js';
import { isList, isObject } from '../language/json.js';
import type { Plan } from '../language/plan.js';
import { concurrency } from '../language/values.js';
import type { Json, JsonObject } from '../source/document.js';
import { version } from './version.js';

/** What a distribution says about itself; `folder` is the project's, which tells the commit. */
export function manifestHeader(plan: Plan, { outputs }: Emitted, folder: string): ManifestHeader {
  const { Description, Tags, Dependencies, Parameters, Concurrency } = plan.value;
  return {
    name: plan.name,
    version: plan.version,
    description: Description as string | undefined,
    tags: isObject(Tags) ? textValues(Tags) : undefined,
    dependencies: (Dependencies ?? {}) as { readonly [name: string]: string },
    parameters: (Parameters ?? {}) as JsonObject,
    outputs: Object.keys(outputs).length > 0 ? outputs : undefined,
    concurrency: concurrency.enum.find((policy) => policy === Concurrency),
    commit: sourceCommit(folder),
    compiler: `plancc ${version}`,
  };
}

/** YAML reads `42` and `true` as what they look like; a tag is text. */
const textValues = (object: JsonObject): { readonly [key: string]: string } =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value)]));

const texts = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.filter((item) => typeof item === 'string') : [];

const packageOf = (value: JsonObject): JsonObject => (isObject(value.Package) ? value.Package : {});

/** `Package.Before`; empty when the plan is not well-formed there. */
export const commandsBefore = (plan: JsonObject): readonly string[] => texts(packageOf(plan).Before);

/** What the plan leaves out of its package and brings back. */
export function packagePatterns(plan: Plan) {
  const { Include, Exclude } = packageOf(plan.value);
  return { include: texts(Include), exclude: texts(Exclude) };
}
