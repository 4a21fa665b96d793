import { quotedList } from '../diagnostics/codes/names.js';
import { type Problem, problem } from '../diagnostics/problem.js';
import { didYouMean, nearest } from '../diagnostics/suggest.js';
import { isObject } from '../language/json.js';
import type { Document, JsonObject } from '../source/document.js';
import { checkEntries, checkParameterTypes } from './entries.js';
import { isOpen, serverless, transformsOf } from './transforms.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
const sections = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Hooks',
  'Resources',
  'Outputs',
];

const sectionsHelp = `sections of a template: ${sections.join(', ')}`;

/** What CloudFormation would refuse in the form of a template's sections; a macro of unknown effect excuses the rest. */
export function checkSections(document: Document): readonly Problem[] {
  const { file, value, keys } = document;
  if (value === undefined) return [];
  const notTemplate = (reason: string, help: string): Problem =>
    problem('PLAN3010', { file, path: [] }, { file, reason }, { help });
  if (!isObject(value)) {
    return [
      notTemplate(
        'it is not an object with sections',
        'write `Resources:` at its top level, and the resources under it',
      ),
    ];
  }
  const found: Problem[] = [];
  if (!isOpen(value)) {
    const known = transformsOf(value).includes(serverless) ? [...sections, 'Globals'] : sections;
    const unknown = keys(value).filter((section) => !known.includes(section));
    const strange = unknown.filter(
      (section) => section !== 'Globals' && nearest(section, known) === undefined,
    );
    if (strange.length > 1) {
      return [notTemplate(`it has ${quotedList(strange, 3)}, which no template has`, sectionsHelp)];
    }
    const misspelt = unknown.some((section) => nearest(section, known) === 'Resources');
    if (value.Resources === undefined && !misspelt) {
      return [notTemplate('it has no `Resources`', 'add them: every template needs at least one resource')];
    }
    for (const section of unknown) {
      const help =
        section === 'Globals'
          ? `add \`Transform: ${serverless}\``
          : didYouMean(section, known, 'sections of a template');
      found.push(problem('PLAN3011', { file, path: [section], on: 'key' }, { section }, { help }));
    }
  }
  const whole = { ...document, value };
  return [
    ...found,
    ...checkEntries(whole, 'Parameters'),
    ...checkParameterTypes(document, value.Parameters),
    ...checkEntries(whole, 'Resources'),
    ...emptyResources(file, value),
    ...checkEntries(whole, 'Outputs'),
  ];
}

function emptyResources(file: string, template: JsonObject): readonly Problem[] {
  const { Resources } = template;
  if (!isObject(Resources) || Object.keys(Resources).length > 0 || isOpen(template)) return [];
  const values = { name: 'Resources', reason: 'it is empty' };
  const help = 'every template needs at least one resource';
  return [problem('PLAN3012', { file, path: ['Resources'], on: 'key' }, values, { help })];
}
