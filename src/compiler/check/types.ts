import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { eachString, objectOr, valueAt } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { Parameter, Plan, State } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText, wholeReference } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import { isForShell, typeOf } from '../../states/registry.js';
import { declaration } from '../references/declaration.js';
import { type Field, fieldsOf } from '../references/fields.js';

type Type = Parameter['type'];

const words = { String: 'text', Number: 'a number', Boolean: 'a boolean', List: 'a list' };

/** References of a type that their place does not take, as far as types are known before anything runs. */
export function checkTypes(plan: Plan): readonly Problem[] {
  const inStates = plan.states.flatMap((state) => [
    ...fieldsOf(state).flatMap((field) => ofField(plan, state, field)),
    ...flags(plan, state),
  ]);
  return [...inStates, ...listsInTexts(plan, undefined, plan.value.Outputs, ['Outputs'])];
}

function ofField(plan: Plan, state: State, { path, value, use }: Field): readonly Problem[] {
  const at = [...state.path, ...path];
  const name = String(path.at(-1));
  switch (use) {
    case 'payload':
      return listsInTexts(plan, state, value, at);
    case 'path': {
      const rule = valueAt(state.value, path.slice(0, -1));
      const operator = name === 'Variable' ? Object.keys(objectOr(rule)).find(takes) : undefined;
      return operator === undefined ? [] : mismatch(plan, operator, takes(operator)!, value, at);
    }
    case 'twin':
    case 'condition': {
      const wanted = takes(name);
      return wanted === undefined ? [] : mismatch(plan, name, wanted, value, at);
    }
    default:
      return [];
  }
}

const numbers =
  /^(Seconds|TimeoutSeconds|HeartbeatSeconds|MaxConcurrency|Tolerated.*|MaxItems.*|MaxInputBytes.*|Numeric.*)$/;

/** The type that a field of ASL takes: a value of any other fails when it is read, or never compares as equal. */
function takes(field: string): Type | undefined {
  if (numbers.test(field)) return 'Number';
  if (/^Boolean|^Condition$/.test(field)) return 'Boolean';
  return /^(String|Timestamp)|^(Error|Cause)$/.test(field) ? 'String' : undefined;
}

/** Properties of plancc's states that are either true or false. */
function flags(plan: Plan, state: State): readonly Problem[] {
  if (state.kind !== 'plancc' || !state.valid) return [];
  const { properties } = typeOf(state).schema as { readonly properties?: Properties };
  return Object.entries(objectOr(state.value.Properties)).flatMap(([name, value]) => {
    const isFlag = properties?.[name]?.anyOf?.some(({ type }) => type === 'boolean');
    return isFlag ? mismatch(plan, name, 'Boolean', value, [...state.path, 'Properties', name]) : [];
  });
}

interface Properties {
  readonly [name: string]: { readonly anyOf?: readonly JsonObject[] };
}

function mismatch(plan: Plan, field: string, wanted: Type, value: Json, path: Path): readonly Problem[] {
  const reference = typeof value === 'string' ? wholeReference(value) : undefined;
  const type = reference && typeOfReference(plan, reference);
  if (reference === undefined || type === undefined || type === wanted) return [];
  const values = { field, expected: words[wanted], reference: reference.text, type: words[type] };
  return [
    problem('PLAN4022', { file: plan.document.file, path }, values, {
      help: helpFor(reference, type, wanted, field),
      related: declarationOf(plan, reference),
    }),
  ];
}

function helpFor({ root, text }: Reference, type: Type, wanted: Type, field: string): string {
  if (field === 'Condition' && type === 'String') {
    return `compare it, as in \`{% \${{ ${text} }} = 'production' %}\``;
  }
  if (type === 'List' && wanted === 'String') return `take one of its items, such as \`${text}[0]\``;
  const operator = field.replace(/^(String|Numeric|Boolean)/, type === 'Number' ? 'Numeric' : type);
  const compare =
    comparisons.test(operator) && operator !== field ? `compare it by \`${operator}\`` : undefined;
  const declare = `give the parameter \`Type: ${wanted}\``;
  if (root !== 'Parameters' || text.endsWith(']')) {
    return compare ?? `use a parameter of \`Type: ${wanted}\``;
  }
  return compare === undefined ? declare : `${declare}, or ${compare}`;
}

const comparisons = /^(String|Numeric)(Equals|LessThan|GreaterThan)(Equals)?(Path)?$|^BooleanEquals(Path)?$/;

const declarationOf = (plan: Plan, { root, parts }: Reference): readonly Related[] =>
  root === 'Parameters' ? declaration(plan, String(parts[0]!.key)) : [];

const textRoots = ['Environment', 'Distribution', 'Deployment'];

function typeOfReference(plan: Plan, { root, parts }: Reference): Type | undefined {
  if (textRoots.includes(root)) return 'String';
  if (root === 'Index') return 'Number';
  if (root !== 'Parameters' || parts.length === 0) return undefined;
  return parts.length === 1 ? plan.parameters.get(String(parts[0]!.key))?.type : 'String';
}

/** A list inside a text, which is one text: Step Functions has no way to write it there. */
function listsInTexts(
  plan: Plan,
  state: State | undefined,
  value: Json | undefined,
  base: Path,
): readonly Problem[] {
  const found: Problem[] = [];
  const { file } = plan.document;
  eachString(value, (text, below) => {
    if (!hasReference(text) || isExpression(text) || isForShell(state, [...base, ...below])) return;
    const segments = parseText(text);
    if (segments.length < 2) return;
    for (const segment of segments) {
      if (segment.kind !== 'reference' || typeOfReference(plan, segment.reference) !== 'List') continue;
      const reference = segment.reference.text;
      const place = { file, path: [...base, ...below], span: segment.span };
      const help = `take one of its items, such as \`${reference}[0]\`, or pass the list as a value of its own`;
      const related = declarationOf(plan, segment.reference);
      found.push(problem('PLAN4023', place, { reference }, { help, related }));
    }
  });
  return found;
}
