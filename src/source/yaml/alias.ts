import type { Alias } from 'yaml';
import { didYouMean, listed, nearest } from '../../diagnostics/suggest.js';
import type { Json } from '../document.js';
import { deepest, flatten } from '../size.js';
import { fail, type Reader } from './reader.js';

// A definition or template has at most 1 MiB (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html),
// in which no more values than this have room.
const most = 500_000;

/** The anchored value itself, not a copy: a few aliases of aliases may stand for more values than memory holds. */
export function aliased(reader: Reader, node: Alias, depth: number): Json {
  const alias = node.source;
  const anchored = reader.anchors.get(alias);
  if (anchored === undefined) return unknown(reader, node);
  if (anchored === 'open') {
    return fail(reader, 'PLAN0007', node, { alias }, () => ({
      help: 'write what is meant in the place of the alias',
    }));
  }
  reader.targets.set(node, anchored.node);
  reader.size += anchored.size;
  reader.depth = Math.max(reader.depth, depth + anchored.height);
  if (reader.broken) return null;
  if (reader.depth > deepest) {
    return fail(reader, 'PLAN0009', node, { limit: deepest }, () => ({ help: flatten }));
  }
  if (reader.size > most) {
    return fail(reader, 'PLAN0008', node, { alias, limit: most }, () => ({
      help: 'use fewer aliases of aliases',
    }));
  }
  return anchored.value;
}

function unknown(reader: Reader, node: Alias): null {
  const alias = node.source;
  return fail(reader, 'PLAN0006', node, { alias }, () => {
    const names = [...reader.anchors.keys()].map((anchor) => `*${anchor}`);
    const asText = `put it in quotes if it is text: "*${alias}"`;
    if (nearest(`*${alias}`, names) !== undefined) {
      return { help: didYouMean(`*${alias}`, names, 'aliases it may be') };
    }
    if (names.length === 0) return { help: asText };
    const others = `aliases it may be: ${listed(names)}`;
    return { help: /^\w+$/.test(alias) ? `${others}; ${asText}` : `${asText}; ${others}` };
  });
}
