import type { TemplateParameter } from '../../../cloudformation/template.js';
import { objectOr } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { kebab } from './names.js';
import type { Part, StackPart } from './part.js';

export interface Wired {
  /** Every part behind those whose outputs it takes. */
  readonly parts: readonly Part[];
  /** The values of the stack parameters that have no default, by part and name. */
  readonly values: ReadonlyMap<Part, JsonObject>;
  /** Why a value is not the output of another stack that seems to be meant, by part and name. */
  readonly doubts: ReadonlyMap<Part, ReadonlyMap<string, string>>;
  /** `Parameters` of the plan. */
  readonly parameters: JsonObject;
}

/**
 * Finds a value for each stack parameter without a default: an output of the same name of another stack, the name of
 * the environment, or a parameter of the plan that is looked up in the Parameter Store of each environment.
 */
export function wire(parts: readonly Part[], names: ReadonlyMap<Part, string>): Wired {
  const ordered: Part[] = [];
  const begun = new Set<Part>();
  const values = new Map<Part, JsonObject>();
  const doubts = new Map<Part, Map<string, string>>();
  const parameters: { [name: string]: JsonObject } = {};
  const stacks = parts.filter((part) => part.type !== 'cdk');

  const visit = (part: Part): void => {
    if (begun.has(part)) return;
    begun.add(part);
    if (part.type !== 'cdk') {
      const open = [...part.template.parameters!.values()].filter(({ hasDefault }) => !hasDefault);
      values.set(
        part,
        Object.fromEntries(open.map((parameter) => [parameter.name, valueFor(part, parameter)])),
      );
    }
    ordered.push(part);
  };

  const valueFor = (part: StackPart, parameter: TemplateParameter): string => {
    const { name, type, noEcho, allowedValues } = parameter;
    // Such a value is a name in the Parameter Store, which CloudFormation looks up.
    if (type.startsWith('AWS::SSM::Parameter::')) return storeName(name);
    if (/^Env(ironment)?(Name)?$/i.test(name) && allowedValues === undefined) return '${{ Environment }}';
    const giver = noEcho ? undefined : giverOf(part, name);
    if (giver !== undefined) return `\${{ States.${names.get(giver)}${step(name)} }}`;
    const wanted = planParameter(part, parameter);
    const shared = JSON.stringify(parameters[name] ?? wanted) === JSON.stringify(wanted);
    const own = shared ? name : `${names.get(part)}${name}`;
    parameters[own] = shared ? wanted : { ...wanted, From: { Ssm: storeName(own) } };
    return `\${{ Parameters${step(own)} }}`;
  };

  /** A stack that has the output and can be deployed before; one that is waited for already cannot. */
  const giverOf = (part: StackPart, output: string): StackPart | undefined => {
    const givers = stacks.filter((other) => other !== part && other.template.outputs?.includes(output));
    const [giver] = givers;
    if (giver === undefined) return undefined;
    givers.forEach(visit);
    if (givers.length > 1) {
      const all = givers.map((other) => `\`${names.get(other)}\``);
      const doubt = `An output of ${all.slice(0, -1).join(', ')} and of ${all.at(-1)}: take it from the one that is meant.`;
      doubts.set(part, (doubts.get(part) ?? new Map<string, string>()).set(output, doubt));
      return undefined;
    }
    return ordered.includes(giver) ? giver : undefined;
  };

  for (const part of parts) visit(part);
  return { parts: ordered, values, doubts, parameters };
}

function planParameter(
  { template }: StackPart,
  { name, type, noEcho, allowedValues, path }: TemplateParameter,
) {
  const { Description } = objectOr(objectOr(objectOr(template.document.value).Parameters)[path[1]!]);
  const planType =
    type === 'Number' ? 'Number' : /^(List<|CommaDelimitedList$)/.test(type) ? 'List' : 'String';
  return {
    Type: planType,
    ...(typeof Description === 'string' && { Description }),
    ...(allowedValues !== undefined &&
      !noEcho && { AllowedValues: planType === 'Number' ? allowedValues.map(Number) : allowedValues }),
    From: { Ssm: storeName(name) },
    ...(noEcho && { Secret: true }),
  };
}

const storeName = (name: string): string =>
  `/\${{ Distribution.Name }}/\${{ Environment }}/${kebab(name) || name}`;

/** One step of a reference: `.Name`, or `["odd name"]`. */
const step = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
