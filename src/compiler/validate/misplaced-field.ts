import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { isSame } from './located.js';
import { propertiesOf } from './properties.js';
import { planccType, type Subject } from './subject.js';
import { itOrThem } from './words.js';

type Side = 'under' | 'beside';

/** Whether a field of a state of plancc's belongs under `Properties`, or beside it, and stands on the other side. */
export function misplacement(subject: Subject, at: Path, name: string): Side | undefined {
  const type = planccType(subject);
  if (type === undefined) return undefined;
  if (at.length === 0) return Object.hasOwn(propertiesOf(type), name) ? 'under' : undefined;
  return isSame(at, ['Properties']) && fields[type]!.includes(name) ? 'beside' : undefined;
}

/** The fields of a state that belong on the other side: forgetting `Properties` is one mistake, however many fields it has. */
export function misplacedFields(
  { document, path }: Subject,
  side: Side,
  these: readonly { readonly at: Path; readonly name: string }[],
): readonly Problem[] {
  const [first] = these;
  if (first === undefined) return [];
  const names = these.map(({ name }) => name);
  const place = { file: document.file, path: [...path, ...first.at, first.name], on: 'key' as const };
  const help = `move ${itOrThem(names)} ${side === 'under' ? 'under' : 'out of'} \`Properties\``;
  return [problem('PLAN1008', place, { names, where: `${side} \`Properties\`` }, { help })];
}
