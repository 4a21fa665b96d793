import { isList } from '../language/json.js';
import type { JsonObject } from '../source/document.js';

/** How `Fn::Sub` writes an intrinsic inside its text: `A` for a `Ref`, `A.B` for a `Fn::GetAtt`, undefined for others. */
export function nameInSub({ Ref, 'Fn::GetAtt': attribute }: JsonObject): string | undefined {
  if (typeof Ref === 'string') return Ref;
  const path = isList(attribute) ? attribute : [attribute];
  return path.every((part) => typeof part === 'string') ? path.join('.') : undefined;
}
