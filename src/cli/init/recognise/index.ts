import { posix } from 'node:path';
import type { Problem } from '../../../diagnostics/problem.js';
import type { Project } from '../../../source/project.js';
import { planNames } from '../../plan-file.js';
import { cdkPart } from './cdk.js';
import { withPlan } from './left-out.js';
import { fileOf, type Part } from './part.js';
import { type Folder, search } from './search.js';
import { isOfApp } from './sources.js';
import { stackPart } from './stack.js';

export interface Recognised {
  readonly parts: readonly Part[];
  /** What looks like something to deploy, and why it is none. */
  readonly leftOut: readonly Problem[];
  /** Whether the project has more than was looked through. */
  readonly isCut: boolean;
}

/** What templates are called where there is one of them: `sam` looks for these. */
const mainTemplates = ['template.yaml', 'template.yml', 'template.json'];

/** The CDK apps, SAM applications and CloudFormation templates of a project, a few folders deep. */
export function recognise(project: Project): Recognised {
  const leftOut: Problem[] = [];
  const hasPlan = ({ path, files }: Folder): boolean => {
    const plan = path === '' ? undefined : planNames.find((name) => files.includes(name));
    if (plan !== undefined) leftOut.push(withPlan(path, posix.join(path, plan)));
    return plan !== undefined;
  };
  const { folders, isCut } = search(project, hasPlan);
  const found = folders.flatMap((folder) => inFolder(project, folder));
  leftOut.push(...found.filter((one) => 'code' in one));
  const parts = withoutNested(found.filter((one) => 'type' in one));
  const isOwn = isOfApp(project, folders, parts);
  return { parts: parts.filter((part) => !isOwn(part)), leftOut, isCut };
}

function inFolder(project: Project, { path, files }: Folder): readonly (Part | Problem)[] {
  const app = cdkPart(project, path) ?? [];
  const stack = (file: string) => stackPart(project, posix.join(path, file)) ?? [];
  // Beside a main template lie what was made of it (`packaged.yaml`) and what it includes.
  const main = mainTemplates
    .filter((file) => files.includes(file))
    .flatMap(stack)
    .find((found) => 'type' in found);
  const stacks =
    main ??
    files.filter((file) => /\.(ya?ml|template)$/i.test(file) || file === 'template.json').flatMap(stack);
  return [app, stacks].flat();
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
