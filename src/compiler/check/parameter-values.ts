import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { didYouMean, listed } from '../../diagnostics/suggest.js';
import { canonical, isList, objectOr } from '../../language/json.js';
import type { Parameter, Plan } from '../../language/plan.js';
import { hasReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { declaration } from '../references/declaration.js';

const expected = {
  String: 'text',
  Number: 'a number',
  Boolean: '`true` or `false`',
  List: 'a list of texts',
};

/** Whether the values that a parameter is given in the plan are of its type, and among those it allows. */
export function checkValues(plan: Plan, parameter: Parameter): readonly Problem[] {
  const at = (path: Path) => ({ file: plan.document.file, path: ['Parameters', parameter.name, ...path] });
  const { value, name, type } = parameter;
  const pattern = patternOf(value.Pattern);
  if (pattern !== undefined && 'reason' in pattern) {
    const help = String(value.Pattern).includes('(?i')
      ? 'JavaScript has no `(?i)`: write both cases, as in `[Ww]ebshop`'
      : 'write a JavaScript regular expression, and `\\\\` for a backslash inside double quotes';
    return [
      problem(
        'PLAN4033',
        at(['Pattern']),
        { pattern: String(value.Pattern), reason: pattern.reason },
        { help },
      ),
    ];
  }
  const given = valuesOf(value);
  // That the list is empty is said of the list.
  const allowed =
    isList(value.AllowedValues) && value.AllowedValues.length > 0 ? value.AllowedValues : undefined;
  const wrongType = ([path, one]: Given): readonly Problem[] => {
    const wanted = path[0] === 'AllowedValues' && type === 'List' ? 'String' : type;
    // A type that is none has been refused already.
    if (!Object.hasOwn(expected, wanted) || !isKnown(one) || isOfType(wanted, one)) return [];
    const related = value.Type === undefined ? [] : declaration(plan, name, 'Type');
    // As written: the number 1.10 would be `1.1`.
    const written = plan.document.text.slice(...plan.document.range(at(path).path));
    const other = value.Type === undefined ? otherType(one) : undefined;
    const asWanted = typeHelp(wanted, one, written);
    const asOther = other && `give the parameter \`Type: ${other}\``;
    const help = asWanted && asOther ? `${asWanted}, or ${asOther}` : (asWanted ?? asOther);
    return [problem('PLAN4031', at(path), { name, type, expected: expected[wanted] }, { help, related })];
  };
  const ofAllowed = (allowed ?? []).flatMap((one, index) => wrongType([['AllowedValues', index], one]));
  const notAllowed = partsOf(given.filter((one) => wrongType(one).length === 0))
    .filter(([, one]) => isKnown(one))
    .flatMap(([path, one]) => {
      const refused = refusal(plan, parameter, allowed, pattern, one);
      return refused === undefined
        ? []
        : [problem('PLAN4032', at(path), { name, value: String(one) }, refused)];
    });
  return [...ofAllowed, ...given.flatMap(wrongType), ...notAllowed];
}

type Given = readonly [path: Path, value: Json];

const valuesOf = (value: Parameter['value']): readonly Given[] => [
  ...(value.Default === undefined ? [] : [[['Default'], value.Default] as const]),
  ...Object.entries(objectOr(value.Values)).map(
    ([environment, one]) => [['Values', environment], one] as const,
  ),
];

/** Items in the place of lists. */
const partsOf = (given: readonly Given[]): readonly Given[] =>
  given.flatMap(([path, one]): readonly Given[] =>
    isList(one) ? one.map((item, index) => [[...path, index], item]) : [[path, one]],
  );

/** What to do about a value that is not allowed, and where that is said; undefined when it is allowed. */
function refusal(
  plan: Plan,
  { name, value }: Parameter,
  allowed: readonly Json[] | undefined,
  pattern: RegExp | undefined,
  one: Json,
): { readonly help: string | undefined; readonly related: readonly Related[] } | undefined {
  if (allowed !== undefined && !allowed.some((other) => canonical(other) === canonical(one))) {
    const names = allowed.map(String);
    const help =
      typeof one === 'string' ? didYouMean(one, names, 'allowed are') : `allowed are: ${listed(names)}`;
    return { help, related: declaration(plan, name, 'AllowedValues') };
  }
  if (pattern?.test(String(one)) !== false) return undefined;
  return { help: `it must match \`${value.Pattern}\``, related: declaration(plan, name, 'Pattern') };
}

/** What a value that holds a reference will be is only known when it is deployed. */
const isKnown = (value: Json): boolean => typeof value !== 'string' || !hasReference(value);

/** How the same value is written in another type, as far as it can be. */
function typeHelp(type: Parameter['type'], value: Json, written: string): string | undefined {
  if (type === 'List') {
    if (typeof value === 'object') return undefined;
    const isJoined = typeof value === 'string' && /^[^,"']+(,[^,"']+)+$/.test(value);
    return `write a list: [${isJoined ? value.split(/\s*,\s*/).join(', ') : written}]`;
  }
  if (type === 'String') return typeof value === 'object' ? undefined : `put it in quotes: "${written}"`;
  if (typeof value !== 'string') return undefined;
  if (type === 'Number')
    return value.trim() === '' || Number.isNaN(Number(value))
      ? undefined
      : `write it without quotes: ${Number(value)}`;
  const meant = /^(yes|on|true|1)$/i.test(value)
    ? 'true'
    : /^(no|off|false|0)$/i.test(value)
      ? 'false'
      : undefined;
  return meant && `write \`${meant}\` without quotes: in YAML 1.2 nothing else is a boolean`;
}

/** The type that a value has, where it may be the one that was forgotten. */
const otherType = (value: Json): Parameter['type'] | undefined =>
  typeof value === 'number'
    ? 'Number'
    : typeof value === 'boolean'
      ? 'Boolean'
      : isList(value)
        ? 'List'
        : undefined;

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

/** The regular expression; undefined when there is none, a reason when it is none. */
function patternOf(pattern: Json | undefined): RegExp | { readonly reason: string } | undefined {
  if (typeof pattern !== 'string') return undefined;
  try {
    // A repetition inside a repetition can take for ever to fail; such patterns are left to the deployment.
    return nestedRepetition.test(pattern) ? undefined : new RegExp(pattern, 'u');
  } catch (thrown) {
    const reason = (thrown as SyntaxError).message.split(': ').at(-1)!;
    return { reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
  }
}
