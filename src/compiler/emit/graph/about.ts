import { isList, objectOr } from '../../../language/json.js';
import type { State } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { words } from './words.js';

/** What tells most about a state of each type: of `Properties` for plancc's, of the state itself for Amazon's. */
const telling: { readonly [type: string]: (fields: JsonObject) => Json | undefined } = {
  cfn: ({ Template }) => Template,
  cdk: ({ Path }) => Path,
  sam: ({ Path }) => Path,
  runner: ({ Commands }) => (isList(Commands) ? Commands[0] : undefined),
  approval: ({ Message }) => Message,
  lambda: ({ FunctionName }) => FunctionName,
  import: ({ From }) => objectOr(From).Distribution ?? objectOr(From).Key,
  Task: ({ Resource }) => (typeof Resource === 'string' ? action(Resource) : Resource),
  Wait: ({ Seconds, SecondsPath, Timestamp, TimestampPath }) =>
    typeof Seconds === 'number' ? `${Seconds} s` : (Seconds ?? SecondsPath ?? Timestamp ?? TimestampPath),
  Fail: ({ Error: error, ErrorPath }) => error ?? ErrorPath,
  Map: ({ Items, ItemsPath }) => Items ?? ItemsPath,
};

/** What a state works on, in a few words. */
export function aboutOf({ type, kind, value }: State): string | undefined {
  // A plan with mistakes may name any type.
  if (!Object.hasOwn(telling, type)) return undefined;
  return words(telling[type]!(kind === 'plancc' ? objectOr(value.Properties) : value)) || undefined;
}

/** `arn:aws:states:::aws-sdk:s3:getObject` is `s3:getObject`, the ARN of a function its name. */
const action = (resource: string): string =>
  /^arn:[^:]*:states:::(?:aws-sdk:)?(.+)$/.exec(resource)?.[1] ??
  /^arn:[^:]*:lambda:[^:]*:[^:]*:function:(.+)$/.exec(resource)?.[1] ??
  resource;
