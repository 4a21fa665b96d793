import { checkSize } from '../../../cloudformation/limits.js';
import { checkSections } from '../../../cloudformation/sections.js';
import { objectOr } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { readDocument } from '../../../source/read.js';
import { TemplateError } from './template-error.js';

/** The template of a text, YAML or JSON. Throws a `TemplateError` when its form is none that CloudFormation takes. */
export function readTemplate(text: string): JsonObject {
  const document = readDocument('the template', text);
  const problems = [...document.problems, ...checkSections(document), ...checkSize(document)];
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new TemplateError(`Template format error: ${wrong.message}`);
  return objectOr(document.value);
}
