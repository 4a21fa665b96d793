import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { stateTypes } from '../../states/index.js';
import { planccType, type Subject } from './subject.js';
import type { UnknownField } from './unknown-field.js';

/** Whether a field of a state of plancc's belongs under `Properties`, or beside it, and stands on the other side. */
export function misplacement(subject: Subject, at: Path, name: string): UnknownField['where'] {
  const type = planccType(subject);
  if (type === undefined) return undefined;
  if (at.length === 0) return Object.hasOwn(propertiesOf(type), name) ? 'under' : undefined;
  return at.length === 1 && at[0] === 'Properties' && fields[type]!.includes(name) ? 'beside' : undefined;
}

const schemaOf = (type: string) => stateTypes.find((known) => known.type === type)?.schema;

export const propertiesOf = (type: string): { readonly [name: string]: unknown } =>
  schemaOf(type)?.properties ?? {};

/** The properties that a state of plancc's must have. */
export const requiredOf = (type: string): readonly string[] => schemaOf(type)?.required ?? [];

/** The fields on either wrong side: forgetting `Properties` is one mistake, however many fields it has. */
export function misplacedFields(
  { document, path }: Subject,
  misplaced: readonly UnknownField[],
): readonly Problem[] {
  return (['under', 'beside'] as const).flatMap((where) => {
    const these = misplaced.filter((field) => field.where === where);
    const first = these[0];
    if (first === undefined) return [];
    const place = { file: document.file, path: [...path, ...first.at, first.name], on: 'key' as const };
    const target = where === 'under' ? 'under' : 'out of';
    const help = `move ${these.length === 1 ? 'it' : 'them'} ${target} \`Properties\``;
    const values = { names: these.map(({ name }) => name), where: `${where} \`Properties\`` };
    return [problem('PLAN1008', place, values, { help })];
  });
}
