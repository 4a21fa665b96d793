import { type Problem, problem } from '../../diagnostics/problem.js';
import { eachString, someString } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';

/** Parameters that nothing uses, unless some state reads the payload in a way that may use any of them. */
export function checkUnused(plan: Plan): readonly Problem[] {
  if (plan.parameters.size === 0 || plan.states.some(readsOtherwise)) return [];
  const used = new Set<string | undefined>();
  const { States, Outputs, Runners } = plan.value;
  for (const part of [States, Outputs, Runners]) {
    eachString(part, (text) => {
      for (const [, name, quoted] of text.matchAll(mentioned)) used.add(name ?? quoted);
    });
  }
  const { file } = plan.document;
  return [...plan.parameters.keys()]
    .filter((name) => !used.has(name))
    .map((name) => {
      const place = { file, path: ['Parameters', name], on: 'key' as const };
      const help = `remove it, or refer to it where its value is needed: \`\${{ Parameters.${name} }}\``;
      return problem('PLAN4040', place, { name }, { help });
    });
}

/** Text that was only meant as a reference counts too: that it is none is a warning of its own. */
const mentioned = /\bParameters(?:\.([\p{L}\p{N}_-]+)|\[\s*["']([^"']*)["']\s*\])/gu;

/** Whether a state reads the payload, or hands it on, other than by references. */
function readsOtherwise({ kind, type, value }: State): boolean {
  // Without them its whole input is handed on: https://states-language.net/spec.html#input-and-output-processing
  if (type === 'Task' && value.Parameters === undefined && value.Arguments === undefined) return true;
  const { Branches, ItemProcessor, Iterator, Properties, ...fields } = value;
  const read = kind === 'plancc' && type !== 'lambda' ? [fields] : [fields, Properties];
  return read.some((part) => someString(part, mayHoldParameters));
}

/** A path to `parameters`, or to all there is: `$`, `$$…`, `$..…`, `$.*`, `$[…`, `$states.input`. */
const mayHoldParameters = (text: string): boolean =>
  /\$(?![.\w{])|\$\.(?![A-Za-z_])|\$states|\bparameters\b/.test(text);
