import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import { either } from '../../language/type-words.js';
import { isPlanccType } from '../../states/registry.js';
import type { UnknownField } from './explain.js';
import { refused } from './refused.js';
import { ownerOf, planccType, type Subject } from './subject.js';

/** A field that an object cannot have. */
export function unknownField(subject: Subject, field: UnknownField): Problem {
  const { at, name, allowed, meant } = field;
  const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
  const type = planccType(subject);
  if (type !== undefined && at.length === 0 && Object.hasOwn(refused, name)) {
    return problem('PLAN1007', place, { name, type }, { help: refused[name] });
  }
  const help =
    meant === undefined
      ? (elsewhere(subject, field) ?? didYouMean(name, allowed, 'fields'))
      : `did you mean \`${meant}\`?`;
  return problem('PLAN1003', place, { owner: ownerOf(subject, at), name }, { help });
}

/** Where a field of this name does exist, when it is no misspelling. */
function elsewhere({ kind }: Subject, { at, name, allowed }: UnknownField): string | undefined {
  if (at.length > 0 || nearest(name, allowed) !== undefined) return undefined;
  if (name === 'QueryLanguage') return 'set it on the plan or on single states';
  if (kind !== 'state') return undefined;
  if (name === 'Properties') {
    return "write its fields beside `Type`: only plancc's own, lower-case types have `Properties`";
  }
  const having = Object.keys(fields).filter((type) => fields[type]!.includes(name));
  if (having.length === 0) return undefined;
  const amazons = having.filter((type) => !isPlanccType(type)).map((type) => `\`${type}\``);
  const whose = having.some(isPlanccType) ? [...amazons, "plancc's own"] : amazons;
  return `only ${either(whose)} states have it`;
}
