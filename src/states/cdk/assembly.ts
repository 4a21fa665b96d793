import { isList, isObject, jsonIn, objectOr } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Project } from '../../source/project.js';
import { resolvePath } from '../../source/relative-path.js';

/** One stack of a cloud assembly. */
export interface AssemblyStack {
  /** As `cdk list` shows it: `Web`, or `Production/Web` for a stack of a stage. */
  readonly name: string;
  readonly id: string;
  /** Path of its template in the project. */
  readonly template: string;
  /** Ids of the artifacts of the same assembly that it depends on. */
  readonly dependencies: readonly string[];
  /** What the manifest says of it. */
  readonly artifact: JsonObject;
}

export type Assembly =
  | { readonly stacks: readonly AssemblyStack[] }
  | { readonly path: string; readonly broken: string };

/**
 * Reads the manifest of a cloud assembly, a folder of the project, and of those nested in it, one for each stage:
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy-synth.html
 */
export function readAssembly(project: Project, path: string): Assembly {
  const file = `${path}/manifest.json`;
  const text = project.read(file);
  if (text === undefined) {
    return { path, broken: project.trouble(file)?.message ?? 'it has no `manifest.json`' };
  }
  const manifest = jsonIn(text);
  if (!isObject(manifest) || !isObject(manifest.artifacts)) {
    return { path, broken: 'its `manifest.json` is not JSON with `artifacts`' };
  }
  const stacks: AssemblyStack[] = [];
  for (const [id, artifact] of Object.entries(manifest.artifacts)) {
    const { type, properties } = objectOr(artifact);
    const { templateFile, directoryName } = objectOr(properties);
    const stack = type === 'aws:cloudformation:stack' ? below(path, templateFile) : undefined;
    if (stack !== undefined) stacks.push(readStack(id, objectOr(artifact), stack));
    const stage = type === 'cdk:cloud-assembly' ? below(path, directoryName) : undefined;
    if (stage === undefined) continue;
    const nested = readAssembly(project, stage);
    if ('broken' in nested) return nested;
    stacks.push(...nested.stacks);
  }
  return { stacks };
}

const readStack = (id: string, artifact: JsonObject, template: string): AssemblyStack => ({
  id,
  name: typeof artifact.displayName === 'string' ? artifact.displayName : id,
  template,
  dependencies: isList(artifact.dependencies) ? artifact.dependencies.map(String) : [],
  artifact,
});

/** A path inside a folder, never the folder itself. */
function below(folder: string, path: Json | undefined): string | undefined {
  const found = typeof path === 'string' ? resolvePath(folder, path) : undefined;
  return found?.startsWith(`${folder}/`) ? found : undefined;
}
