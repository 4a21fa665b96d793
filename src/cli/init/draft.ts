import { basename } from 'node:path';
import type { Locatable } from '../../diagnostics/locate.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { planName } from '../../language/values.js';
import { fromProject } from './from-project.js';
import { fromTemplate } from './from-template.js';
import { blockedBy, foldersOf } from './obstacles.js';
import { planNameFrom } from './plan-name.js';
import type { Made } from './recognise/plan.js';
import { schemaOf } from './schema-of.js';
import { isInsideRepository, sharedFiles, workflowFile } from './shared-files.js';
import type { TemplateName } from './templates.js';
import type { NewFile } from './write-new.js';

/** What is asked for, where something is. */
export interface Wanted {
  readonly template: TemplateName | undefined;
  readonly name: string | undefined;
}

/** What would be written into a folder, before anything is. */
export interface Draft {
  /** Undefined for a plan of what was recognised. */
  readonly template: TemplateName | undefined;
  /** Undefined when there are several plans, which have names of their own. */
  readonly name: string | undefined;
  readonly made: readonly Made[];
  readonly files: readonly NewFile[];
  /** Files that would be useful, but stay as they are. */
  readonly kept: readonly string[];
  /** Whether the folder is a place for a workflow. */
  readonly hasWorkflow: boolean;
}

interface Refused {
  readonly problems: readonly Problem[];
  readonly documents?: ReadonlyMap<string, Locatable>;
}

export function draft(root: string, options: Wanted): Draft | Refused {
  const several = options.template === 'landscape';
  const refused = several ? refuseName(options.name) : undefined;
  if (refused !== undefined) return { problems: [refused] };
  const name = options.name ?? planNameFrom(basename(root));
  if (name === undefined && !several) return { problems: [noName(root)] };
  const schema = schemaOf(root);
  const recognised =
    options.template === undefined && name !== undefined ? fromProject(root, name, schema) : undefined;
  if (recognised !== undefined && 'problems' in recognised) return recognised;
  const template = options.template ?? 'minimal';
  const own = recognised?.files ?? fromTemplate(template, name, schema);
  const hasWorkflow = !isInsideRepository(root);
  const shared = sharedFiles(foldersOf(own)).filter(({ path }) => hasWorkflow || path !== workflowFile);
  const isKept = ({ path }: NewFile) => blockedBy(root, path) !== undefined;
  return {
    template: recognised === undefined ? template : undefined,
    name: several ? undefined : name,
    made: recognised?.made ?? [],
    files: [...own, ...shared.filter((file) => !isKept(file))],
    kept: shared.filter(isKept).map(({ path }) => path),
    hasWorkflow,
  };
}

function noName(root: string): Problem {
  const help = `name the plan: \`--name <name>\`, with ${planName.expected}`;
  return problem('PLAN6082', { file: '.' }, { folder: basename(root) || root }, { help });
}

function refuseName(name: string | undefined): Problem | undefined {
  if (name === undefined) return undefined;
  const help = 'leave out `--name`; to rename a plan, change its `Name` and the `Dependencies` on it';
  return problem('PLAN6084', { file: '.' }, { template: 'landscape' }, { help });
}
