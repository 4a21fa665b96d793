import { readFileSync } from 'node:fs';
import { Document, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { JsonObject } from '../../../source/document.js';
import { installed } from '../../installed.js';
import { shellWord } from '../../shell-word.js';
import { kebab, stateNames } from './names.js';
import { type CdkPart, fileOf, type Part, type StackPart } from './part.js';
import { aboutConfig, stackNameOf } from './sam-config.js';
import { type Wired, wire } from './values.js';

const order = { cfn: 0, sam: 1, cdk: 2 } as const;

/** A state of the plan that was made for a part of a project. */
export interface Made {
  readonly state: string;
  readonly type: Part['type'];
  /** What was recognised: a template, or `cdk.json`. */
  readonly file: string;
}

/** Writes a plan for the parts of a project: infrastructure before services, services before CDK apps. */
export function planOf(
  found: readonly Part[],
  name: string,
): { readonly plan: Document; readonly made: readonly Made[] } {
  const sorted = found.toSorted((a, b) => order[a.type] - order[b.type]);
  const names = stateNames(sorted);
  const wired = wire(sorted, names);
  const { parts, parameters } = wired;
  const apps = parts.filter((part) => part.type === 'cdk');
  const before = parts.filter((part) => part.type !== 'cdk' && part.isBuilt);
  const plan = new Document({
    Name: name,
    Version: '0.1.0',
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    ...runnersOf(apps),
    ...(apps.some(({ setUp }) => setUp) && { Resources: {} }),
    ...(before.length > 0 && { Package: { Before: before.map(({ folder }) => buildIn(folder)) } }),
    States: Object.fromEntries(parts.map((part) => [names.get(part)!, stateOf(part, names, wired)])),
  });
  addJobRole(plan);
  shape(plan);
  for (const part of parts) {
    const properties = ['States', names.get(part)!, 'Properties'];
    const config = part.type === 'cdk' ? undefined : part.config && aboutConfig(part.config);
    if (config !== undefined) note(plan, [...properties, 'StackName'], config);
    for (const [name, doubt] of wired.doubts.get(part) ?? [])
      note(plan, [...properties, 'Parameters', name], doubt);
  }
  return {
    plan,
    made: parts.map((part) => ({ state: names.get(part)!, type: part.type, file: fileOf(part) })),
  };
}

const buildIn = (folder: string): string =>
  folder === '' ? 'sam build' : `cd ${shellWord(folder)} && sam build`;

function stateOf(part: Part, names: ReadonlyMap<Part, string>, { parts, values }: Wired): JsonObject {
  if (part.type === 'cdk') return { Type: 'cdk', Properties: appProperties(part) };
  const stacks = parts.filter(({ type }) => type !== 'cdk').length;
  const configured = (one: Part) =>
    one.type === 'cdk' || one.config === undefined ? undefined : stackNameOf(one.config);
  // `sam-app`, which SAM proposes, may be the name of several.
  const isOwn = parts.filter((one) => configured(one) === configured(part)).length === 1;
  const own = isOwn ? configured(part) : undefined;
  const given = values.get(part) ?? {};
  return {
    Type: part.type,
    Properties: {
      ...placeOf(part, `\${{ Environment }}-${own ?? nameOf(names.get(part)!, stacks)}`),
      ...(Object.keys(given).length > 0 && { Parameters: given }),
    },
  };
}

/** What the stacks of one plan differ by, where there are several. */
const nameOf = (state: string, stacks: number): string =>
  stacks > 1 ? `\${{ Distribution.Name }}-${kebab(state)}` : '${{ Distribution.Name }}';

function placeOf(part: StackPart, StackName: string): JsonObject {
  const { type, folder, file } = part;
  return type === 'cfn'
    ? { StackName, Template: fileOf(part) }
    : { Path: folder || '.', ...(file !== 'template.yaml' && { Template: file }), StackName };
}

const appProperties = ({ folder, setUp }: CdkPart): JsonObject => ({
  Path: folder || '.',
  ...(setUp && { Runner: setUp.runner, Build: [setUp.command] }),
});

function runnersOf(apps: readonly CdkPart[]): JsonObject {
  const runners = apps.flatMap(({ setUp }) =>
    setUp
      ? [[setUp.runner, { Image: setUp.image, ...(setUp.startup && { Startup: [...setUp.startup] }) }]]
      : [],
  );
  return runners.length > 0 ? { Runners: Object.fromEntries(runners) } : {};
}

/** Runners are there for the CDK alone; their role is that of the template `cdk`. */
function addJobRole(plan: Document): void {
  const runners = plan.get('Runners');
  if (!isMap(runners)) return;
  const template = parseDocument(readFileSync(installed('templates/cdk/plan.yaml'), 'utf8'));
  const role = template.getIn(['Runners', 'node', 'Role'], true);
  for (const { key } of runners.items) plan.setIn(['Runners', String(key), 'Role'], role);
  plan.set('Resources', template.get('Resources', true));
}

const comments: { readonly [key: string]: string } = {
  Parameters:
    ' Looked up in the Parameter Store of each environment when the plan is deployed. `Default`, and `Values` by the name\n of the environment, may stand in place of `From`.',
  Package: ' What has to run before the project is packed.',
};

/** Puts a comment above a key. */
function note(plan: Document, path: readonly string[], text: string): void {
  const map = plan.getIn(path.slice(0, -1));
  const pair = isMap(map)
    ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  if (isScalar(pair?.key)) pair.key.commentBefore = text.replace(/^/gm, ' ');
}

/** An empty line before each section and state, a word on some sections, and sources in one line. */
function shape(plan: Document): void {
  visit(plan, {
    Pair: (index, { key, value }, path) => {
      if (!isScalar(key)) return;
      if (key.value === 'From' && isMap(value)) value.flow = true;
      // The document and its map; the pair of `States` and its map come on top for a state.
      const isSection = path.length === 2 && key.value !== 'Name' && key.value !== 'Version';
      const isState = path.length === 4 && plan.getIn(['States'], true) === path[3] && index !== 0;
      if (isSection || isState) key.spaceBefore = true;
      const comment = isSection ? comments[String(key.value)] : undefined;
      if (comment !== undefined) key.commentBefore = comment;
    },
  });
}
