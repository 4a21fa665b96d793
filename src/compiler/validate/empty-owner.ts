import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Subject } from './subject.js';
import { byPlace, type UnknownField, valueAt } from './unknown-field.js';

/**
 * The empty field that an unknown one stands behind, which is then indented too little: it, and those between the two,
 * must have been meant to be inside.
 */
export function emptyOwner(
  subject: Subject,
  { at, name, allowed, meant, where }: UnknownField,
): string | undefined {
  const object = valueAt(subject.value, at);
  if (!isObject(object) || meant !== undefined) return undefined;
  const keys = subject.document.keys(object);
  const owner = keys.slice(0, keys.indexOf(name)).findLast((key) => allowed.includes(key));
  if (owner === undefined || object[owner] !== null) return undefined;
  // `ResultPath: null` is no mistake, it drops the result.
  const mayHold = owner === 'States' ? where === 'states' : !owner.endsWith('Path');
  return mayHold ? owner : undefined;
}

/** Says that a field is empty which others were meant for. */
export const isEmpty = (file: string, path: Path): Related => ({
  place: { file, path, on: 'key' },
  message: `\`${path.at(-1)}\` is empty`,
});

/** One problem for each empty field; `owners` has it for each unknown one. */
export function outsideOfOwner(
  { document, path }: Subject,
  owners: ReadonlyMap<UnknownField, string>,
): readonly Problem[] {
  return byPlace([...owners.keys()]).flatMap((fields) =>
    [...new Set(fields.map((field) => owners.get(field)!))].map((owner) => {
      const these = fields.filter((field) => owners.get(field) === owner);
      const { at, name } = these[0]!;
      const place = { file: document.file, path: [...path, ...at, name], on: 'key' } as const;
      const help = `indent ${these.length === 1 ? 'it' : 'them'} more than \`${owner}\``;
      const values = { names: these.map((field) => field.name), where: `under \`${owner}\`` };
      const related = [isEmpty(document.file, [...path, ...at, owner])];
      return problem('PLAN1008', place, values, { help, related });
    }),
  );
}
