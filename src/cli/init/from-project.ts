import { lstatSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { diskProject } from '../../source/disk.js';
import type { Document } from '../../source/document.js';
import type { Project } from '../../source/project.js';
import { readDocument } from '../../source/read.js';
import { largest } from '../../source/size.js';
import { textOf, withSchema } from './plan-text.js';
import { recognise } from './recognise/index.js';
import { type Made, planOf } from './recognise/plan.js';
import { deepest, mostEntries } from './recognise/search.js';
import type { NewFile } from './write-new.js';

/** What is said of a project, with the texts that places are in. */
export interface Said {
  readonly problems: readonly Problem[];
  readonly documents?: ReadonlyMap<string, Document>;
}

/** Nothing is written. */
export interface Refused extends Said {
  readonly files?: undefined;
}

export interface FromProject extends Said {
  readonly made: readonly Made[];
  readonly files: readonly NewFile[];
}

/** The plan of what is recognised in a folder, or why there is none. */
export function fromProject(folder: string, name: string, schema: string): FromProject | Refused {
  const project = small(diskProject(folder), folder);
  const { parts, leftOut, isCut } = recognise(project);
  const files = leftOut.map(({ place }) => place.file).filter((file) => project.kind(file) === 'file');
  const documents = new Map(files.map((file) => [file, readDocument(file, project.read(file) ?? '')]));
  if (parts.length === 0) return { problems: [nothing(folder, leftOut, isCut)], documents };
  const { plan, made } = planOf(parts, name);
  return {
    made,
    files: [{ path: 'plan.yaml', text: withSchema(textOf(plan), schema) }],
    problems: leftOut,
    documents,
  };
}

function nothing(folder: string, leftOut: readonly Problem[], isCut: boolean): Problem {
  const within = isCut
    ? `in the first ${mostEntries.toLocaleString('en-US')} files`
    : `up to ${deepest} folders deep`;
  return problem(
    'PLAN6085',
    { file: '.' },
    { folder: basename(folder) },
    {
      help: `looked ${within} for a \`cdk.json\` with an \`app\`, SAM applications, and CloudFormation templates (*.yaml, *.yml, *.template, template.json); choose what to start from: \`plancc init --template minimal\`, or another of \`plancc init --list\``,
      related: leftOut.map(({ place, message }) => ({ place, message })),
    },
  );
}

/**
 * What is too large for a template is no template, and takes long to read. What a link to a folder leads to is found
 * there, or is not of this project.
 */
const small = (project: Project, folder: string): Project => ({
  ...project,
  kind: (path) => {
    const kind = project.kind(path);
    return kind === 'folder' && lstatSync(join(folder, path)).isSymbolicLink() ? undefined : kind;
  },
  read: (path) =>
    project.kind(path) === 'file' && statSync(join(folder, path)).size <= largest
      ? project.read(path)
      : undefined,
});
