import { posix } from 'node:path';
import type { Problem } from '../../../diagnostics/problem.js';
import type { Project } from '../../../source/project.js';
import { cdkPart } from './cdk.js';
import { fileOf, type Part } from './part.js';
import { stackPart } from './stack.js';

export interface Recognised {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/** What templates are called where there is one of them: `sam` looks for these. */
const mainTemplates = ['template.yaml', 'template.yml', 'template.json'];

/** Folders whose templates and apps are not there to be deployed, or are made of others. */
const passed =
  /^(\..*|node_modules|cdk\.out|build|dist|out|target|vendor|coverage|docs?|examples?|samples?|tests?|__tests__|spec|fixtures)$/;

/** The CDK apps, SAM applications and CloudFormation templates at the root of a project and one level below it. */
export function recognise(project: Project): Recognised {
  const here = inFolder(project, '');
  // A CDK app has folders of its own, with what its constructs read.
  const isApp = here.some((found) => 'type' in found && found.type === 'cdk');
  const folders = isApp
    ? []
    : project.list('').filter((name) => !passed.test(name) && project.kind(name) === 'folder');
  const found = [...here, ...folders.flatMap((folder) => inFolder(project, folder))];
  const parts = found.filter((one) => 'type' in one);
  return { parts: withoutNested(parts), problems: found.filter((one) => 'code' in one) };
}

function inFolder(project: Project, folder: string): readonly (Part | Problem)[] {
  const app = cdkPart(project, folder);
  if (app !== undefined) return [app];
  const stack = (file: string) => stackPart(project, posix.join(folder, file));
  // Beside a main template lie what was made of it (`packaged.yaml`) and what it includes.
  for (const file of mainTemplates) {
    const main = stack(file);
    if (main !== undefined) return [main];
  }
  return project
    .list(folder)
    .filter((file) => /\.(ya?ml|template)$/i.test(file))
    .flatMap((file) => stack(file) ?? []);
}

/** A template that another one nests is deployed with that. */
function withoutNested(parts: readonly Part[]): readonly Part[] {
  const nested = new Set(
    parts.flatMap((part) =>
      part.type === 'cdk'
        ? []
        : part.template.assets.flatMap(({ form, path }) => (form === 'template' ? [path] : [])),
    ),
  );
  return parts.filter((part) => part.type === 'cdk' || !nested.has(fileOf(part)));
}
