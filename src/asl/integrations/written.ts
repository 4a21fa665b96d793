/** A piece of an ARN, and where it stands in it. */
export interface Part {
  readonly text: string;
  readonly span: readonly [number, number];
}

/** What a `Resource` says, part by part, whether or not there is such a thing. */
export type WrittenResource =
  | {
      readonly kind: 'integration';
      readonly sdk: boolean;
      readonly service: Part;
      readonly api: Part;
      readonly pattern?: Part;
    }
  | { readonly kind: 'function' | 'activity' }
  /** An ARN of `lambda` or `states` that is not complete, or of something else of these services. */
  | { readonly kind: 'wrong'; readonly service: 'lambda' | 'states'; readonly rest: Part }
  /** An ARN of another service. */
  | { readonly kind: 'other'; readonly service: Part }
  | { readonly kind: 'no arn' };

/** Stands for what another tool will put in. */
const unknownPart = '*';

/** `${Name}`, `#{name}`, `{{ name }}` and `<NAME>` are for other tools to fill in. */
const placeholder = /\$\{[^}]*\}|#\{[^}]*\}|\{\{[^}]*\}\}|<[^<>]*>/g;

const arn = /^[^:]*:[^:]*:([^:]*):[^:]*:[^:]*:/d;
const integration = /^(aws-sdk:)?([^:]*):([^:.]*)(?:\.(.*))?$/d;

/** Reads a `Resource`; undefined where parts of it that matter are not known. */
export function readResource(text: string): WrittenResource | undefined {
  const masked = text.replace(placeholder, (found) => unknownPart.repeat(found.length));
  if (!masked.startsWith('arn:')) return masked.includes(unknownPart) ? undefined : { kind: 'no arn' };
  const head = arn.exec(masked);
  const service = part(head ?? /^arn:[^:]*:?([^:]*)/d.exec(masked)!, 1)!;
  if (service.text.includes(unknownPart)) return undefined;
  const start = head?.[0].length ?? masked.length;
  const rest: Part = { text: masked.slice(start), span: [start, masked.length] };
  if (service.text === 'lambda') return functionOf(rest);
  if (service.text === 'states') return ofStates(rest);
  return { kind: 'other', service };
}

function part(found: RegExpExecArray, group: number, offset = 0): Part | undefined {
  const span = found.indices?.[group];
  return span && { text: found[group]!, span: [span[0] + offset, span[1] + offset] };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html: a name, and a version or alias. */
function functionOf(rest: Part): WrittenResource | undefined {
  if (/^function:[^:]+(:[^:]+)?$/.test(rest.text)) return { kind: 'function' };
  return rest.text.includes(unknownPart) ? undefined : { kind: 'wrong', service: 'lambda', rest };
}

function ofStates(rest: Part): WrittenResource | undefined {
  // An activity; and a task, which is in the examples of https://states-language.net/ alone.
  if (/^(activity|task):./.test(rest.text)) return { kind: 'activity' };
  const wrong = { kind: 'wrong', service: 'states', rest } as const;
  if (/^(activity|stateMachine|execution|express|mapRun|aws-sdk)(:[^:]*)?$/.test(rest.text)) return wrong;
  const found = integration.exec(rest.text);
  const [service, api] = found ? [2, 3].map((group) => part(found, group, rest.span[0])) : [];
  if (!found || !service?.text || !api?.text) return rest.text.includes(unknownPart) ? undefined : wrong;
  const pattern = part(found, 4, rest.span[0]);
  if ([service, api, pattern].some((piece) => piece?.text.includes(unknownPart))) return undefined;
  return { kind: 'integration', sdk: found[1] !== undefined, service, api, ...(pattern && { pattern }) };
}
