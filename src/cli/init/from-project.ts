import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../diagnostics/problem.js';
import { diskProject } from '../../source/disk.js';
import type { Document } from '../../source/document.js';
import type { Project } from '../../source/project.js';
import { readDocument } from '../../source/read.js';
import { largest } from '../../source/size.js';
import { textOf, withSchema } from './plan-text.js';
import { recognise } from './recognise/index.js';
import { type Made, planOf } from './recognise/plan.js';
import type { NewFile } from './write-new.js';

/** The plan of what is recognised in a folder; undefined when nothing is. */
export function fromProject(
  folder: string,
  name: string,
  schema: string,
):
  | { readonly made: readonly Made[]; readonly files: readonly NewFile[] }
  | { readonly problems: readonly Problem[]; readonly documents: ReadonlyMap<string, Document> }
  | undefined {
  const project = small(diskProject(folder), folder);
  const { parts, problems } = recognise(project);
  if (problems.length > 0) {
    const files = problems.map(({ place }) => place.file);
    return {
      problems,
      documents: new Map(files.map((file) => [file, readDocument(file, project.read(file) ?? '')])),
    };
  }
  if (parts.length === 0) return undefined;
  const { plan, made } = planOf(parts, name);
  return { made, files: [{ path: 'plan.yaml', text: withSchema(textOf(plan), schema) }] };
}

/** What is too large for a template is no template, and takes long to read. */
const small = (project: Project, folder: string): Project => ({
  ...project,
  read: (path) =>
    project.kind(path) === 'file' && statSync(join(folder, path)).size <= largest
      ? project.read(path)
      : undefined,
});
