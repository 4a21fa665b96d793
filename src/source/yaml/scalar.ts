import type { Scalar } from 'yaml';
import type { Json } from '../document.js';
import { lookalikeSpace } from './lookalike-space.js';
import { fail, type Reader, report } from './reader.js';

/** A text, number, boolean or null; YAML 1.2 core, so that `No`, `on` and dates are text. */
export function scalar(reader: Reader, node: Scalar): Json {
  const { value } = node;
  if (typeof value === 'number') return number(reader, node, value);
  if (typeof value !== 'string') return value as Json;
  if (lookalikeSpace(reader, node)) return null;
  // `!!float 5` is a number that `yaml` leaves as text.
  return node.tag === 'tag:yaml.org,2002:float' ? Number(value) : reader.repaired(value);
}

function number(reader: Reader, node: Scalar, value: number): Json {
  const written = node.source ?? '';
  const quote = () => ({ help: `put it in quotes: "${written}"` });
  if (!Number.isFinite(value)) return fail(reader, 'PLAN0013', node, { number: written }, quote);
  if (isInteger(written) && losesDigits(written, value)) {
    report(reader, 'PLAN0014', node, { number: written, read: value }, quote);
  } else if (/^[-+]?0\d/.test(written)) {
    report(reader, 'PLAN0019', node, { number: written, read: value }, quote);
  }
  return value;
}

/** Whether other digits would come out than were put in; from 1e21 on a number is written with an exponent. */
const losesDigits = (written: string, value: number): boolean =>
  BigInt(written) !== BigInt(Math.abs(value) < 1e21 ? String(value) : value);

const isInteger = (written: string): boolean => /^([-+]?\d+|0[xo][\da-fA-F]+)$/.test(written);
