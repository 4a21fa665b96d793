import { isObject, objectOr } from '../language/json.js';
import type { Document } from '../source/document.js';
import type { Project } from '../source/project.js';
import { readDocument } from '../source/read.js';
import { findAssets } from './assets.js';
import { checkSize } from './limits.js';
import { checkSections } from './sections.js';
import type { Template } from './template.js';
import { readParameters } from './template-parameters.js';
import { isOpen } from './transforms.js';

/** Reads a template of the project, YAML or JSON. Undefined when there is no such file; never fails otherwise. */
export function readTemplate(project: Project, path: string): Template | undefined {
  const text = project.read(path);
  if (text === undefined) return undefined;
  const document = readDocument(path, text);
  const problems = [...document.problems, ...checkSections(document)];
  if (problems.some(({ severity }) => severity === 'error')) {
    return { document, parameters: undefined, outputs: undefined, assets: [], problems };
  }
  const { assets, missing } = findAssets(project, document);
  return {
    document,
    parameters: readParameters(document),
    outputs: readOutputs(document),
    assets,
    problems: [...problems, ...checkSize(document), ...missing],
  };
}

function readOutputs(document: Document): readonly string[] | undefined {
  const template = objectOr(document.value);
  if (isOpen(template)) return undefined;
  const names = isObject(template.Outputs) ? document.keys(template.Outputs) : [];
  // Fn::ForEach and Fn::Transform make outputs whose names are not known here.
  return names.some((name) => name.startsWith('Fn::')) ? undefined : names;
}
