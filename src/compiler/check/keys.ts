import { pathKeys } from '../../asl/path/keys.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isIntrinsic, pieces } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { referenceTo } from '../../language/reference.js';
import { hasReference, parseText, wholeReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { fieldsOf } from '../references/fields.js';

/** Keys that hold references, and keys that end in `.$` where ASL would compute what is plancc's to compute. */
export function checkKeys(plan: Plan): readonly Problem[] {
  const { file } = plan.document;
  const found: Problem[] = [];
  const refuseReference = (key: string, path: Path) => {
    if (!hasReference(key)) return;
    const help = 'a key is written as it is; let the reference be a value, as in `{ name: "${{ … }}" }`';
    for (const segment of parseText(key)) {
      if (segment.kind === 'text') continue;
      found.push(problem('PLAN4028', { file, path, on: 'key', span: segment.span }, { key }, { help }));
    }
  };
  eachKey(plan.value.Outputs, ['Outputs'], refuseReference);
  for (const state of plan.states) {
    // The schema has refused such a key where it says what a name is.
    if (state.kind === 'plancc' && !state.valid) continue;
    for (const { path, value, use } of fieldsOf(state)) {
      if (use !== 'payload') continue;
      eachKey(value, [...state.path, ...path], (key, at, inner) => {
        refuseReference(key, at);
        if (!key.endsWith('.$')) return;
        for (const wrong of computed(plan, state, key, at, inner)) found.push(wrong);
      });
    }
  }
  return found;
}

function eachKey(
  value: Json | undefined,
  path: Path,
  visit: (key: string, path: Path, value: Json) => void,
): void {
  if (isList(value)) for (const [index, item] of value.entries()) eachKey(item, [...path, index], visit);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    visit(key, [...path, key], inner);
    eachKey(inner, [...path, key], visit);
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html: keys in `.$` hold paths. */
function computed(plan: Plan, state: State, key: string, path: Path, value: Json): readonly Problem[] {
  const { file } = plan.document;
  const [field, property] = path.slice(state.path.length);
  const isOwn = state.kind === 'plancc' && field === 'Properties';
  const name = key.slice(0, -'.$'.length);
  if (isOwn && !(state.type === 'lambda' && property === 'Payload')) {
    const help = `write \`${name}: \${{ ${asReference(value)} }}\``;
    return [problem('PLAN4026', { file, path, on: 'key' }, { key, type: state.type }, { help })];
  }
  if (state.language === 'JSONata') return [];
  const refers = typeof value === 'string' && hasReference(value);
  if (!refers && (!isOwn || mayBePath(value))) return [];
  const help = refers
    ? `write \`${name}: ${wholeReference(value) ? value : '…'}\`: what holds a reference is computed without \`.$\``
    : `write a path such as \`$.input.${name}\`, or \`${name}\` without the \`.$\``;
  return [problem('PLAN4027', { file, path }, { key }, { help })];
}

/** What a path into the payload is as a reference, as far as it is one. */
function asReference(path: Json): string {
  const keys = typeof path === 'string' ? pathKeys(path) : undefined;
  const [first, ...rest] = keys ?? [];
  const root = { parameters: 'Parameters', output: 'States', dependencies: 'Dependencies' }[String(first)];
  if (first === 'environment') return 'Environment';
  return root === undefined || rest.length === 0 ? '…' : referenceTo(root, ...rest);
}

/** A path or an intrinsic function of ASL; of what CloudFormation makes, only the text of `Fn::Sub` is known. */
function mayBePath(value: Json): boolean {
  if (typeof value !== 'string' && !isIntrinsic(value)) return false;
  const [first] = pieces(value);
  if (first?.kind === 'value') return true;
  return first?.kind === 'text' && /^(\$|States\.)/.test(first.text);
}
