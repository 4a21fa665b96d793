import type { Path } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import { valueAt } from '../../language/json.js';
import { emptyOwner } from './empty-owner.js';
import { habitOf } from './habit-of.js';
import { isSame, type Located } from './located.js';
import { misplacement } from './misplaced-field.js';
import { inOtherLetters } from './spelling.js';
import { looksLikeState } from './stray-states.js';
import type { Subject } from './subject.js';

/** A field that an object cannot have. */
export interface UnknownField {
  readonly at: Path;
  readonly name: string;
  readonly allowed: readonly string[];
  /**
   * A state where no state can be; a field meant for the empty one before it; a field that belongs under `Properties`, or
   * beside it; a wrong name.
   */
  readonly cause: 'state' | 'outside' | 'under' | 'beside' | 'name';
  /** The empty field before it that it was meant for. */
  readonly owner?: string | undefined;
  /** The field that its name must be meant for: it is missing, or has the same letters. */
  readonly meant?: string | undefined;
  /** The missing field that its help says to write. */
  readonly told?: string | undefined;
}

/** `missing`: fields that the object lacks. */
export function unknownOf(
  subject: Subject,
  { at, params }: Located,
  missing: readonly string[],
): UnknownField {
  const name = String(params.additionalProperty);
  const allowed = params.allowed as readonly string[];
  const field = { at, name, allowed };
  const empty = emptyOwner(subject, field);
  if (mayHoldStates(at) && looksLikeState(valueAt(subject.value, [...at, name]))) {
    return { ...field, cause: 'state', owner: empty };
  }
  const side = misplacement(subject, at, name);
  if (side === 'under' && empty === 'Properties') return { ...field, cause: 'outside', owner: empty };
  if (side !== undefined) return { ...field, cause: side };
  const { meant, told } = meaning(subject, field, missing);
  if (meant !== undefined || empty === undefined || empty === 'States') {
    return { ...field, cause: 'name', meant, told };
  }
  return { ...field, cause: 'outside', owner: empty, told };
}

const mayHoldStates = (at: Path): boolean => at.length === 0 || isSame(at, ['Properties']);

function meaning(
  subject: Subject,
  { at, name, allowed }: Pick<UnknownField, 'at' | 'name' | 'allowed'>,
  missing: readonly string[],
): Pick<UnknownField, 'meant' | 'told'> {
  const word = habitOf(subject, at, name);
  const same = inOtherLetters(name, allowed);
  const isFree = same !== undefined && valueAt(subject.value, [...at, same]) === undefined;
  const habit = word !== undefined && missing.includes(word) ? word : undefined;
  return {
    meant: (isFree ? same : undefined) ?? nearest(name, missing) ?? habit,
    told: missing.find((lacking) => word?.includes(`\`${lacking}:`)),
  };
}
