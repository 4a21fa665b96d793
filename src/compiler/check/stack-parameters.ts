import { declaration as declarationIn } from '../../cloudformation/given-parameters.js';
import { hidden, type Mismatch, mismatch } from '../../cloudformation/parameter-value.js';
import type { TemplateParameter } from '../../cloudformation/template.js';
import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { isList, objectOr } from '../../language/json.js';
import type { Parameter, Plan, State } from '../../language/plan.js';
import { wholeReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { runsForCertain } from '../flow/certain.js';

/** Whether stack parameters take what parameters of the plan are known to give them. */
export const checkStackParameters = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const path = state.kind === 'plancc' && state.valid && typeOf(state).template?.(contextOf(plan, state));
    const { Action, Parameters } = objectOr(state.value.Properties);
    if (typeof path !== 'string' || Action === 'Delete') return [];
    const template = plan.template(path);
    return Object.entries(objectOr(Parameters)).flatMap(([name, value]) => {
      const declared = template?.parameters?.get(name);
      const parameter = whole(plan, value);
      const found = declared && parameter && refused(plan, state, parameter, declared, path);
      if (declared === undefined || found === undefined) return [];
      const { index: _, help, ...values } = declared.noEcho ? hidden(found.wrong) : found.wrong;
      const place = contextOf(plan, state).at(['Parameters', name]);
      const related = [...declarationIn(template!, name), ...found.related];
      return [problem('PLAN3016', place, { name, ...values }, { help, related })];
    });
  });

/** The parameter of the plan that a value is and nothing else. */
function whole(plan: Plan, value: Json): Parameter | undefined {
  const reference = typeof value === 'string' ? wholeReference(value) : undefined;
  return reference?.root === 'Parameters' && reference.parts.length === 1
    ? plan.parameters.get(String(reference.parts[0]!.key))
    : undefined;
}

interface Refused {
  readonly wrong: Mismatch;
  readonly related: readonly Related[];
}

/** What a stack parameter certainly refuses, and where the plan has it. */
function refused(
  plan: Plan,
  state: State,
  { name, type, secret, value }: Parameter,
  declared: TemplateParameter,
  file: string,
): Refused | undefined {
  if (secret) return undefined;
  const at = (path: Path, message: string): Related => ({
    place: { file: plan.document.file, path: ['Parameters', name, ...path] },
    message,
  });
  const whatever = (values: readonly Json[], field: string, what: string): Refused | undefined => {
    const wrong = values.map((one) => mismatch(declared, one, file));
    return wrong[0] !== undefined && !wrong.includes(undefined)
      ? { wrong: wrong[0], related: [at([field], what)] }
      : undefined;
  };
  // Whatever its value is, and however the state is reached.
  if (type === 'List' || type === 'Boolean') {
    const always = whatever(type === 'List' ? [[]] : [true, false], 'Type', `\`${name}\` is a ${type}`);
    if (always !== undefined) return always;
  }
  // A Choice or a `When` may be there for just the value that the stack would refuse.
  if (!runsForCertain(state)) return undefined;
  const given = givenValues(value).flatMap(([path, one]) => {
    const wrong = mismatch(declared, one, file);
    return wrong === undefined ? [] : [{ wrong, path }];
  });
  if (given.length > 0) {
    const related = given.slice(0, mostValues).map(({ path, wrong }) => {
      const what = declared.noEcho ? 'the value' : wrong.given;
      return at(path, path[0] === 'Values' ? `${what} is for \`${path[1]}\`` : `${what} is the \`Default\``);
    });
    return { wrong: given[0]!.wrong, related };
  }
  const { AllowedValues } = value;
  return isList(AllowedValues) && type !== 'List'
    ? whatever(AllowedValues, 'AllowedValues', `these are the values of \`${name}\``)
    : undefined;
}

// All of them are in one parameter; a reader needs but an idea where.
const mostValues = 6;

/** Values that are used for certain in some environment; what `From` finds comes before the `Default`. */
function givenValues({ Values, From, Default }: Parameter['value']): readonly (readonly [Path, Json])[] {
  const named = Object.entries(objectOr(Values)).map(([name, one]) => [['Values', name], one] as const);
  return Default === undefined || From !== undefined ? named : [[['Default'], Default], ...named];
}
