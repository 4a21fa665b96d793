import type { Alias } from 'yaml';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Json } from '../document.js';
import { deepest } from './compose.js';
import { fail, type Reader, spot } from './reader.js';

// A definition or template has at most 1 MiB (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html),
// in which no more values than this have room.
const most = 500_000;

/** The anchored value itself, not a copy: a few aliases of aliases may stand for more values than memory holds. */
export function aliased(reader: Reader, node: Alias, depth: number): Json {
  const alias = node.source;
  const anchored = reader.anchors.get(alias);
  if (anchored === undefined) {
    const help =
      didYouMean(alias, [...reader.anchors.keys()], 'anchors') ??
      `mark the value it stands for with \`&${alias}\``;
    return fail(reader, 'PLAN0006', spot(node), { alias }, { help });
  }
  if (anchored === 'open') {
    return fail(
      reader,
      'PLAN0007',
      spot(node),
      { alias },
      { help: 'write the value out where the alias stands' },
    );
  }
  reader.targets.set(node, anchored.node);
  reader.size += anchored.size;
  reader.depth = Math.max(reader.depth, depth + anchored.height);
  if (reader.broken) return null;
  if (reader.size > most) {
    return fail(
      reader,
      'PLAN0008',
      spot(node),
      { alias, limit: most },
      { help: 'use fewer aliases of aliases' },
    );
  }
  if (reader.depth > deepest) return fail(reader, 'PLAN0009', spot(node), { limit: deepest });
  return anchored.value;
}
