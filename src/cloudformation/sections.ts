import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { didYouMean, nearest } from '../diagnostics/suggest.js';
import { isObject } from '../language/json.js';
import type { Document, Json, JsonObject } from '../source/document.js';
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
export function checkSections({ file, value, keys }: Document): readonly Problem[] {
  if (value === undefined) return [];
  const notTemplate = (reason: string, help: string): Problem =>
    problem('PLAN3010', { file, path: [] }, { file, reason }, { help });
  if (!isObject(value)) {
    return [notTemplate('it is not an object', 'write it with `Resources:` at its top level')];
  }
  const found: Problem[] = [];
  if (!isOpen(value)) {
    const known = transformsOf(value).includes(serverless) ? [...sections, 'Globals'] : sections;
    const unknown = keys(value).filter((section) => !known.includes(section));
    const misspelt = unknown.some((section) => nearest(section, known) === 'Resources');
    if (value.Resources === undefined && !misspelt) {
      return [notTemplate('it has no `Resources`', 'every template needs at least one resource')];
    }
    const strange = unknown.filter(
      (section) => section !== 'Globals' && nearest(section, known) === undefined,
    );
    if (strange.length > 1) {
      const listed = strange.slice(0, 3).map((section) => `\`${section}\``);
      return [notTemplate(`it has ${listed.join(', ')}, which no template has`, sectionsHelp)];
    }
    for (const section of unknown) {
      const help =
        section === 'Globals'
          ? `add \`Transform: ${serverless}\``
          : didYouMean(section, known, 'sections of a template');
      found.push(problem('PLAN3011', { file, path: [section], on: 'key' }, { section }, { help }));
    }
  }
  return [
    ...found,
    ...checkEntries(file, value, 'Parameters', (entry) => typeof entry.Type === 'string'),
    ...checkEntries(file, value, 'Resources', (entry) => typeof entry.Type === 'string'),
    ...checkEntries(file, value, 'Outputs', (entry) => 'Value' in entry),
  ];
}

const wanted = { Parameters: 'Type', Resources: 'Type', Outputs: 'Value' } as const;

function checkEntries(
  file: string,
  template: JsonObject,
  section: keyof typeof wanted,
  isWhole: (entry: JsonObject) => boolean,
): readonly Problem[] {
  const malformed = (path: Path, reason: string, help?: string): Problem =>
    problem('PLAN3012', { file, path, on: 'key' }, { name: path.join('.'), reason }, { help });
  const held: Json | undefined = template[section];
  if (held === undefined) return [];
  if (!isObject(held)) {
    const help = held === null ? 'give it entries, or leave it out' : undefined;
    return [malformed([section], 'it must be an object of named entries', help)];
  }
  if (section === 'Resources' && Object.keys(held).length === 0 && !isOpen(template)) {
    return [malformed([section], 'every template needs at least one resource')];
  }
  return Object.entries(held).flatMap(([name, entry]) => {
    // Fn::ForEach and Fn::Transform stand beside named entries and make some.
    if (name.startsWith('Fn::')) return [];
    if (!isObject(entry)) return [malformed([section, name], 'it must be an object')];
    if (isWhole(entry) || 'Fn::Transform' in entry) return [];
    return [malformed([section, name], `it needs \`${wanted[section]}\``)];
  });
}
