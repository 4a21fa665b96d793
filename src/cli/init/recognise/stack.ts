import { posix } from 'node:path';
import { readTemplate } from '../../../cloudformation/read-template.js';
import type { Template } from '../../../cloudformation/template.js';
import { serverless, transformsOf } from '../../../cloudformation/transforms.js';
import type { Problem } from '../../../diagnostics/problem.js';
import { isObject, objectOr } from '../../../language/json.js';
import type { Project } from '../../../source/project.js';
import { folderOf } from '../../../source/relative-path.js';
import { unreadable } from './left-out.js';
import type { StackPart } from './part.js';
import { samConfig } from './sam-config.js';

/** What every template has somewhere; most files are told by it without being parsed. */
const typical = /\bAWSTemplateFormatVersion\b|\bAWS::Serverless\b|\bType["']?:\s*["']?AWS::/;

/** The SAM application or stack that a file describes; undefined when it is no template. */
export function stackPart(project: Project, path: string): StackPart | Problem | undefined {
  if (!typical.test(project.read(path) ?? '')) return undefined;
  const template = readTemplate(project, path)!;
  const value = objectOr(template.document.value);
  if (template.parameters === undefined) {
    // Others' files may name types of Amazon's too: policies, tests, settings of linters.
    const isMeant = template.document.value === undefined || 'Resources' in value;
    return isMeant ? unreadable(template.problems) : undefined;
  }
  const folder = folderOf(path);
  const file = posix.basename(path);
  if (!transformsOf(value).includes(serverless))
    return { type: 'cfn', folder, file, template, isBuilt: false };
  const builtTemplate = readTemplate(project, posix.join(folder, '.aws-sam/build/template.yaml'));
  return {
    type: 'sam',
    folder,
    file,
    template: builtTemplate?.parameters === undefined ? template : builtTemplate,
    isBuilt: builtTemplate !== undefined || needsBuild(project, template),
    config: samConfig(project, folder),
  };
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html
const manifests = [
  'Cargo.toml',
  'Gemfile',
  'build.gradle',
  'build.gradle.kts',
  'go.mod',
  'pom.xml',
  'pyproject.toml',
];

/** Whether the code of a function asks for packages or a compiler. */
function needsBuild(project: Project, { document, assets }: Template): boolean {
  const resources = Object.values(objectOr(objectOr(document.value).Resources));
  return (
    resources.some((resource) => 'BuildMethod' in objectOr(objectOr(resource).Metadata)) ||
    assets.some(({ path, form }) => {
      if (form !== 'zip') return false;
      const at = (file: string) => posix.join(path, file);
      return (
        manifests.some((file) => project.kind(at(file)) === 'file') ||
        /^\s*[^\s#]/m.test(project.read(at('requirements.txt')) ?? '') ||
        hasPackages(project.read(at('package.json')))
      );
    })
  );
}

function hasPackages(manifest: string | undefined): boolean {
  try {
    const { dependencies } = objectOr(JSON.parse(manifest ?? '{}'));
    return isObject(dependencies) && Object.keys(dependencies).length > 0;
  } catch {
    return false;
  }
}
