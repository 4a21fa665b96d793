import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import { isIntrinsic, pieces } from '../../language/intrinsic.js';
import { isList, isObject, someString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { hasReference } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import { isScopeField } from '../references/fields.js';
import { malformed } from './function-arguments.js';

/** What a place takes from CloudFormation: states and runners take texts, some functions take lists. */
type Wanted = 'text' | 'list';

interface Refusal {
  readonly reason: string;
  readonly help?: string | undefined;
}

/** CloudFormation functions that the plan's stack could not make a text of; in `Outputs`, which it does not have, all. */
export function checkFunctions(plan: Plan): readonly Problem[] {
  const inRunners = [...plan.runners].flatMap(([name, runner]) => inside(plan, runner, ['Runners', name]));
  const inStates = plan.states.flatMap((state) =>
    Object.entries(state.value).flatMap(([name, value]) =>
      isScopeField(state, name) ? [] : inside(plan, value, [...state.path, name]),
    ),
  );
  return [...inRunners, ...inStates, ...inOutputs(plan, plan.value.Outputs ?? null, ['Outputs'])];
}

function inOutputs(plan: Plan, value: Json, path: Path): readonly Problem[] {
  if (isList(value)) return value.flatMap((item, index) => inOutputs(plan, item, [...path, index]));
  if (!isObject(value)) return [];
  const entries = Object.entries(value);
  if (!isIntrinsic(value)) return entries.flatMap(([key, inner]) => inOutputs(plan, inner, [...path, key]));
  const name = entries[0]![0];
  const place = { file: plan.document.file, path };
  return [problem('PLAN5108', place, { function: name }, { help: insteadOf(plan, name, value) })];
}

function insteadOf(plan: Plan, name: string, value: JsonObject): string {
  const isText =
    name === 'Fn::Sub'
      ? pieces(value).every(({ kind }) => kind !== 'value')
      : someString(value[name], hasReference);
  if (isText) return `write it as a text, in which references work, without \`${name}\``;
  return plan.value.QueryLanguage === 'JSONata'
    ? 'give it to a `runner` state in its `Environment`, write it to `$PLANCC_OUTPUT` there, and refer to it with `${{ States.<name>.<output> }}`'
    : 'give it to a `Pass` state with `Parameters: { Value: … }` and `ResultPath: $.output.<name>`, and refer to it with `${{ States.<name>.Value }}`';
}

function inside(plan: Plan, value: Json, path: Path, wanted: Wanted = 'text'): readonly Problem[] {
  if (isIntrinsic(value)) return call(plan, value, path, wanted);
  if (isList(value)) return value.flatMap((item, index) => inside(plan, item, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => inside(plan, inner, [...path, key]));
}

function call(plan: Plan, value: JsonObject, path: Path, wanted: Wanted): readonly Problem[] {
  const [name, argument] = Object.entries(value)[0]!;
  const refusal = refuse(name, argument, wanted);
  if (refusal !== undefined) {
    const { reason, help } = refusal;
    return [problem('PLAN5105', { file: plan.document.file, path }, { function: name, reason }, { help })];
  }
  // What a macro is given is its own; a condition that does not exist is reported where references are.
  if (name === 'Fn::Transform' || name === 'Fn::If') return [];
  if ((name !== 'Fn::Join' && name !== 'Fn::Select') || !isList(argument)) {
    return inside(plan, argument, [...path, name]);
  }
  return argument.flatMap((item, index) =>
    inside(plan, item, [...path, name, index], index === 1 ? 'list' : 'text'),
  );
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
const values = ['Ref', 'Fn::GetAtt', 'Fn::Sub', 'Fn::Join', 'Fn::Select', 'Fn::ImportValue', 'Fn::Base64'];
const texts = [...values, 'Fn::Transform', 'Fn::If'];
const lists = ['Fn::Split', 'Fn::GetAZs', 'Fn::Cidr'];
const conditions = ['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals'];
const extensions = ['Fn::Length', 'Fn::ToJsonString'];

const aList: Refusal = {
  reason: 'it gives a list',
  help: 'take one of its items with `Fn::Select`, or join them with `Fn::Join`',
};

function refuse(name: string, argument: Json | undefined, wanted: Wanted): Refusal | undefined {
  if (name === 'Ref' && argument === 'AWS::NoValue') {
    return { reason: '`AWS::NoValue` gives no value', help: 'leave the field out' };
  }
  if (name === 'Ref' && argument === 'AWS::NotificationARNs') return wanted === 'list' ? undefined : aList;
  const wrong = malformed(name, argument ?? null);
  if (wrong !== undefined) return wrong;
  if (texts.includes(name)) return undefined;
  if (lists.includes(name)) return wanted === 'list' ? undefined : aList;
  if (name === 'Fn::FindInMap') {
    const help = 'use a parameter with `Values` by the name of the environment';
    return { reason: 'the stack of a plan has no mappings', help };
  }
  if (conditions.includes(name)) {
    const help = 'use `When` of a state, or a parameter with `Values` by the name of the environment';
    return { reason: 'it gives a condition, not text', help };
  }
  if (extensions.includes(name) || name.startsWith('Fn::ForEach::')) {
    const reason =
      'it needs the transform `AWS::LanguageExtensions`, which the stack of a plan does not have';
    return { reason, help: 'write out what it would give' };
  }
  const help = didYouMean(name, [...values, ...lists], 'functions');
  return { reason: 'CloudFormation has no such function', help };
}
