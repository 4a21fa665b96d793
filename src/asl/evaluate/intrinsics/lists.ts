import { canonical } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { partsOf } from '../parts-of.js';
import { refuse } from './refused.js';

type List = readonly Json[];

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html: "Step Functions will round it off". */
const whole = (number: number): number => Math.round(number);

export function partition(list: List, size: number): Json {
  const length = whole(size);
  if (length < 1) refuse(`the size of a part must be a positive number: ${size}`);
  return partsOf(list, length);
}

export function contains(list: List, sought: Json): Json {
  const text = canonical(sought);
  return list.some((item) => canonical(item) === text);
}

export function range(from: number, to: number, by: number): Json {
  const [first, last, step] = [whole(from), whole(to), whole(by)];
  if (step === 0) refuse('the step must not be 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > 1000) refuse(`a range has at most 1000 items, not ${length}`);
  return Array.from({ length }, (_, index) => first + index * step);
}

export function getItem(list: List, index: number): Json {
  const item = index < 0 ? undefined : list[whole(index)];
  return (
    item ?? (item === null ? null : refuse(`the list of ${list.length} items has none at index ${index}`))
  );
}

export function unique(list: List): Json {
  const known = new Set<string>();
  return list.filter((item) => {
    const text = canonical(item);
    return !known.has(text) && known.add(text);
  });
}
