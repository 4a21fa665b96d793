import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { canonical, isList, objectOr } from '../../language/json.js';
import type { Parameter, Plan } from '../../language/plan.js';
import { hasReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';

const expected = {
  String: 'text',
  Number: 'a number',
  Boolean: '`true` or `false`',
  List: 'a list of texts',
};

/** Whether the values that a parameter is given in the plan are of its type, and among those it allows. */
export function checkValues(plan: Plan, parameter: Parameter): readonly Problem[] {
  const at = (path: Path) => ({ file: plan.document.file, path: ['Parameters', parameter.name, ...path] });
  const { value } = parameter;
  const pattern = patternOf(value.Pattern);
  if (pattern === null) {
    const help = 'write a JavaScript regular expression, and `\\\\` for a backslash inside double quotes';
    return [problem('PLAN4033', at(['Pattern']), { pattern: String(value.Pattern) }, { help })];
  }
  const given = valuesOf(value);
  const allowed = isList(value.AllowedValues) ? value.AllowedValues : undefined;
  const names = new Set(allowed?.map(canonical));
  const ofAllowed = (allowed ?? []).flatMap((one, index) =>
    wrongType(parameter, item(parameter), one, at(['AllowedValues', index])),
  );
  return [
    ...ofAllowed,
    ...given.flatMap(([path, one]) => {
      const wrong = wrongType(parameter, parameter.type, one, at(path));
      if (wrong.length > 0) return wrong;
      const parts = isList(one) ? one : [one];
      const refused = parts.find(
        (part) =>
          isKnown(part) &&
          ((allowed && !names.has(canonical(part))) || pattern?.test(String(part)) === false),
      );
      if (refused === undefined) return [];
      const help =
        allowed && !names.has(canonical(refused))
          ? `allowed are: ${allowed.map(String).join(', ')}`
          : `it must match \`${value.Pattern}\``;
      return [problem('PLAN4032', at(path), { name: parameter.name, value: String(refused) }, { help })];
    }),
  ];
}

type Given = readonly (readonly [path: Path, value: Json])[];

const valuesOf = (value: Parameter['value']): Given => [
  ...(value.Default === undefined ? [] : [[['Default'], value.Default] as const]),
  ...Object.entries(objectOr(value.Values)).map(
    ([environment, one]) => [['Values', environment], one] as const,
  ),
];

/** What a value that holds a reference will be is only known when it is deployed. */
const isKnown = (value: Json): boolean => typeof value !== 'string' || !hasReference(value);

const item = ({ type }: Parameter): Parameter['type'] => (type === 'List' ? 'String' : type);

function wrongType(
  { name }: Parameter,
  type: Parameter['type'],
  value: Json,
  place: Problem['place'],
): readonly Problem[] {
  // A type that is none has been refused already.
  if (!Object.hasOwn(expected, type) || !isKnown(value) || isOfType(type, value)) return [];
  const help = type === 'String' && typeof value !== 'object' ? `quote it: "${value}"` : undefined;
  return [problem('PLAN4031', place, { name, type, expected: expected[type] }, { help })];
}

function isOfType(type: Parameter['type'], value: Json): boolean {
  switch (type) {
    case 'String':
      return typeof value === 'string';
    case 'Number':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'List':
      return isList(value) && value.every((one) => typeof one === 'string');
  }
}

const nestedRepetition = /\([^()]*[+*}][^()]*\)\s*[+*{]/;

/** The regular expression; undefined when there is none, null when it is none. */
function patternOf(pattern: Json | undefined): RegExp | undefined | null {
  if (typeof pattern !== 'string') return undefined;
  try {
    // A repetition inside a repetition can take for ever to fail; such patterns are left to the deployment.
    return nestedRepetition.test(pattern) ? undefined : new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
