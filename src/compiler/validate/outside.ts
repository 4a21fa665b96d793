import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { byPlace } from './located.js';
import type { Subject } from './subject.js';
import type { UnknownField } from './unknown-field.js';
import { itOrThem } from './words.js';

/** One problem for the fields that were meant for each empty one. */
export const outsideOfOwners = (subject: Subject, fields: readonly UnknownField[]): readonly Problem[] =>
  byPlace(fields).flatMap((these) =>
    [...new Set(these.flatMap(({ owner }) => owner ?? []))].map((owner) => {
      const names = these.filter((field) => field.owner === owner).map(({ name }) => name);
      return outside(subject, these[0]!.at, names, owner);
    }),
  );

/** Fields that were meant for an empty one, and are indented like its name. */
export function outside(
  { document: { file }, path }: Subject,
  at: Path,
  names: readonly string[],
  owner: string,
): Problem {
  const place = { file, path: [...path, ...at, names[0]!], on: 'key' } as const;
  const help = `indent ${itOrThem(names)} more than \`${owner}\``;
  const empty: Related = {
    place: { file, path: [...path, ...at, owner], on: 'key' },
    message: `\`${owner}\` is empty`,
  };
  return problem('PLAN1008', place, { names, where: `under \`${owner}\`` }, { help, related: [empty] });
}
