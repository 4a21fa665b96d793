import { type Problem, problem } from '../diagnostics/problem.js';
import { objectOr } from '../language/json.js';
import type { Document } from '../source/document.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
export const mostBytes = 1_000_000;
export const mostResources = 500;

/** How many entries a section may have. */
const most = { Parameters: 200, Mappings: 200, Resources: mostResources, Outputs: 200 } as const;

/** Whether CloudFormation takes a template of this size. */
export function checkSize({ file, text, value }: Document): readonly Problem[] {
  const help = 'split it, for example into nested templates';
  const bytes = Buffer.byteLength(text);
  const found: Problem[] = [];
  if (bytes > mostBytes) {
    const values = { file, what: 'bytes', size: bytes, limit: mostBytes };
    found.push(problem('PLAN5106', { file }, values, { help }));
  }
  for (const [section, limit] of Object.entries(most)) {
    const size = Object.keys(objectOr(objectOr(value)[section])).length;
    if (size <= limit) continue;
    const values = { file, what: section.toLowerCase(), size, limit };
    found.push(problem('PLAN5106', { file, path: [section], on: 'key' }, values, { help }));
  }
  return found;
}
