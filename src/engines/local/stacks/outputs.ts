import { objectOr } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { evaluate } from './evaluate/index.js';
import type { Scope } from './evaluate/scope.js';
import type { StackRecord } from './record.js';
import { TemplateError } from './template-error.js';

/** Outputs whose condition holds, and those of them that other stacks may import. Throws a `TemplateError`. */
export function evaluateOutputs(
  declared: JsonObject,
  scope: Scope,
): Pick<StackRecord, 'outputs' | 'exports'> {
  const outputs: { [name: string]: string } = {};
  const exports: { [name: string]: string } = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const { Condition, Value, Export } = objectOr(declaration);
    if (Condition !== undefined && scope.conditions.get(String(Condition)) !== true) continue;
    const value = evaluate(Value ?? null, scope);
    if (value === undefined || value === null || typeof value === 'object') {
      throw new TemplateError(
        `Template format error: The Value field of every Outputs member must evaluate to a String, and that of ${name} does not`,
      );
    }
    outputs[name] = String(value);
    const exported = Export === undefined ? undefined : evaluate(objectOr(Export).Name ?? null, scope);
    if (exported !== undefined) exports[String(exported)] = String(value);
  }
  return { outputs, exports };
}
