import { basename } from 'node:path';
import { problem } from '../../diagnostics/problem.js';
import { planName } from '../../language/values.js';
import { fromProject, type Refused, type Said } from './from-project.js';
import { fromTemplate } from './from-template.js';
import { isNew } from './is-new.js';
import { blockedBy, foldersOf } from './obstacles.js';
import { planNameFrom } from './plan-name.js';
import type { Made } from './recognise/plan.js';
import { schemaOf } from './schema-of.js';
import { noWorkflow, sharedFiles, workflowFile } from './shared-files.js';
import type { TemplateName } from './templates.js';
import type { NewFile } from './write-new.js';

/** What is asked for, where something is. */
export interface Wanted {
  readonly template: TemplateName | undefined;
  readonly name: string | undefined;
}

/** What would be written into a folder, before anything is. */
export interface Draft extends Said {
  /** Undefined for a plan of what was recognised. */
  readonly template: TemplateName | undefined;
  /** Undefined when there are several plans, which have names of their own. */
  readonly name: string | undefined;
  readonly made: readonly Made[];
  readonly files: readonly NewFile[];
  /** Files that would be useful, but stay as they are. */
  readonly kept: readonly string[];
  /** Why the folder gets no workflow. */
  readonly noWorkflow: string | undefined;
}

export function draft(root: string, options: Wanted): Draft | Refused {
  const several = options.template === 'landscape';
  if (several && options.name !== undefined) return refusedName;
  const name = options.name ?? planNameFrom(basename(root));
  if (name === undefined && !several) return noName(root);
  const schema = schemaOf(root);
  const recognised =
    options.template === undefined && name !== undefined && !isNew(root)
      ? fromProject(root, name, schema)
      : undefined;
  if (recognised !== undefined && recognised.files === undefined) return recognised;
  const template = options.template ?? 'minimal';
  const own = recognised?.files ?? fromTemplate(template, name, schema);
  const reason = noWorkflow(root);
  const shared = sharedFiles(foldersOf(own)).filter(
    ({ path }) => reason === undefined || path !== workflowFile,
  );
  const isKept = ({ path }: NewFile) => blockedBy(root, path) !== undefined;
  return {
    template: recognised === undefined ? template : undefined,
    name: several ? undefined : name,
    made: recognised?.made ?? [],
    files: [...own, ...shared.filter((file) => !isKept(file))],
    kept: shared.filter(isKept).map(({ path }) => path),
    noWorkflow: reason,
    problems: recognised?.problems ?? [],
    ...(recognised?.documents && { documents: recognised.documents }),
  };
}

function noName(root: string): Refused {
  const help = `name the plan: \`--name <name>\`, with ${planName.expected}`;
  return { problems: [problem('PLAN6082', { file: '.' }, { folder: basename(root) || root }, { help })] };
}

const refusedName: Refused = {
  problems: [
    problem(
      'PLAN6084',
      { file: '.' },
      { template: 'landscape' },
      { help: 'leave out `--name`; to rename a plan, change its `Name` and the `Dependencies` on it' },
    ),
  ],
};
