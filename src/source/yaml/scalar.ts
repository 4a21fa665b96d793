import { isAlias, isCollection, isScalar, type Node, type Scalar } from 'yaml';
import type { Json } from '../document.js';
import { fail, type Reader, report, spot } from './reader.js';
import { toValue } from './values.js';

/** A text, number, boolean or null; YAML 1.2 core, so that `No`, `on` and dates are text. */
export function scalar(reader: Reader, node: Scalar): Json {
  const { value } = node;
  if (typeof value === 'number') return number(reader, node, value);
  if (typeof value !== 'string') return value as Json;
  return node.tag === 'tag:yaml.org,2002:float' ? Number(value) : reader.repaired(value);
}

function number(reader: Reader, node: Scalar, value: number): Json {
  const written = node.source ?? '';
  const extra = { help: `put it in quotes: \`"${written}"\`` };
  if (!Number.isFinite(value)) return fail(reader, 'PLAN0013', spot(node), { number: written }, extra);
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !/^[^x]*[.eE]/.test(written)) {
    report(reader, 'PLAN0014', spot(node), { number: written, read: value }, extra);
  } else if (/^[-+]?0\d/.test(written)) {
    report(reader, 'PLAN0019', spot(node), { number: written, read: value }, extra);
  }
  return value;
}

/** The text of a key, of a number or `true` as it is written; undefined when it is not text, which is reported. */
export function keyText(reader: Reader, key: Node): string | undefined {
  if (isScalar(key) && key.anchor === undefined && key.tag === undefined)
    return reader.repaired(key.source ?? '');
  const value = isCollection(key) ? {} : toValue(reader, key, 0);
  if (value !== null && typeof value === 'object') {
    const help = 'put the key in quotes; a reference as in `"${{ … }}"` too';
    fail(reader, 'PLAN0015', spot(key), {}, { help });
    return undefined;
  }
  const node = isAlias(key) ? reader.targets.get(key) : key;
  return isScalar(node) ? reader.repaired(node.source ?? '') : undefined;
}
