import type jsonata from 'jsonata';
import { readExpression } from '../../jsonata/read.js';

/** Step Functions counts in its own engine; these bounds end what would never end. */
const bounds = { timeout: 5000, stack: 1000 };

const known = new Map<string, jsonata.Expression>();

/** An expression of JSONata 2.0.6, read once; throws the reason why it is none. `jsonata` is loaded for the first one. */
export async function compile(text: string): Promise<jsonata.Expression> {
  const compiled = known.get(text);
  if (compiled !== undefined) return compiled;
  const read = readExpression(text);
  if (read !== undefined && 'reason' in read) throw new Error(read.reason);
  const { default: engine } = await import('jsonata');
  const expression = engine(text, bounds);
  known.set(text, expression);
  return expression;
}
