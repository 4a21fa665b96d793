import { type Problem, problem } from '../diagnostics/problem.js';
import { objectOr } from '../language/json.js';
import type { Document } from '../source/document.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
export const mostBytes = 1_000_000;
export const mostResources = 500;

/** Whether CloudFormation takes a template of this size. */
export function checkSize({ file, text, value }: Document): readonly Problem[] {
  const help = 'split it, for example into nested templates';
  const bytes = Buffer.byteLength(text);
  const resources = Object.keys(objectOr(objectOr(value).Resources)).length;
  const found: Problem[] = [];
  if (bytes > mostBytes) {
    const values = { file, what: 'bytes', size: bytes, limit: mostBytes };
    found.push(problem('PLAN5106', { file }, values, { help }));
  }
  if (resources > mostResources) {
    const values = { file, what: 'resources', size: resources, limit: mostResources };
    found.push(problem('PLAN5106', { file, path: ['Resources'], on: 'key' }, values, { help }));
  }
  return found;
}
