import { type Problem, problem } from '../../diagnostics/problem.js';
import { certain, nearest, suggestion } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import { valueAt } from '../../language/json.js';
import { either } from '../../language/type-words.js';
import { isPlanccType } from '../../states/registry.js';
import { habitOf } from './habit-of.js';
import { byPlace } from './located.js';
import { refused } from './refused.js';
import { plainWord } from './spelling.js';
import { ownerOf, planccType, type Subject } from './subject.js';
import type { UnknownField } from './unknown-field.js';

/** Fields that objects cannot have. Those written in other letters are one mistake for each object. */
export const misnamedFields = (subject: Subject, unknown: readonly UnknownField[]): readonly Problem[] =>
  byPlace(unknown).flatMap((fields) => {
    const inOther = fields.filter(({ name, meant }) => meant && plainWord(name) === plainWord(meant));
    if (inOther.length < 2) return fields.map((field) => misnamedField(subject, field));
    const { at, name } = inOther[0]!;
    const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
    const values = { owner: ownerOf(subject, at), names: inOther.map((field) => field.name) };
    const meant = inOther.slice(0, 8).map((field) => `\`${field.meant}\``);
    const help = `write ${meant.join(', ')}${inOther.length > meant.length ? ', …' : ''}: fields begin with a capital letter`;
    return [
      // The others are fixed one after the other, each time the plan is read.
      problem('PLAN1003', place, values, { help, meant: inOther[0]!.meant }),
      ...fields.filter((field) => !inOther.includes(field)).map((field) => misnamedField(subject, field)),
    ];
  });

function misnamedField(subject: Subject, field: UnknownField): Problem {
  const { at, name, allowed, meant } = field;
  const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
  const type = planccType(subject);
  if (type !== undefined && at.length === 0 && Object.hasOwn(refused, name)) {
    return problem('PLAN1007', place, { name, type }, { help: refused[name] });
  }
  const values = { owner: ownerOf(subject, at), names: [name] };
  if (meant !== undefined) {
    const isSame = plainWord(name) === plainWord(meant);
    const extra = { help: `did you mean \`${meant}\`?`, meant: isSame ? meant : certain(name, [meant]) };
    return problem('PLAN1003', place, values, extra);
  }
  const other = ofHabit(subject, field) ?? elsewhere(subject, field);
  const extra = other === undefined ? suggestion(name, allowed, 'fields') : { help: other };
  return problem('PLAN1003', place, values, extra);
}

function ofHabit(subject: Subject, { at, name, allowed }: UnknownField): string | undefined {
  const word = habitOf(subject, at, name);
  if (word === undefined || allowed.includes(word)) return word && `did you mean \`${word}\`?`;
  return /\s/.test(word) ? word : undefined;
}

/** Where a field of this name does exist, when it is no misspelling. */
function elsewhere({ kind, value }: Subject, { at, name, allowed }: UnknownField): string | undefined {
  if (at.length > 0 || nearest(name, allowed) !== undefined) return undefined;
  const type = valueAt(value, [name, 'Type']);
  if (kind === 'plan' && typeof type === 'string' && type.includes('::')) {
    return 'indent it under `Resources`, which holds what CloudFormation makes';
  }
  if (name === 'QueryLanguage') return 'set it on the plan or on single states';
  if (kind !== 'state') return undefined;
  if (name === 'Properties') {
    return "write its fields beside `Type`: only plancc's own, lower-case types have `Properties`";
  }
  const having = Object.keys(fields).filter((known) => fields[known]!.includes(name));
  if (having.length === 0) return undefined;
  const amazons = having.filter((known) => !isPlanccType(known)).map((known) => `\`${known}\``);
  const whose = having.some(isPlanccType) ? [...amazons, "plancc's own"] : amazons;
  return `only ${either(whose)} states have it`;
}
