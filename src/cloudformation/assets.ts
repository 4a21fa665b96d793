import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { isList, isObject, objectOr } from '../language/json.js';
import type { Document, Json, JsonObject } from '../source/document.js';
import type { Project } from '../source/project.js';
import { folderOf, resolvePath } from '../source/relative-path.js';
import { type AssetProperty, assetProperties, globalAssetProperties } from './asset-properties.js';
import type { TemplateAsset } from './template.js';

interface Named {
  readonly pointer: Path;
  readonly value: string;
  readonly content: AssetProperty['content'];
}

/** What a template names of the project's files, and a problem for each that is not there. */
export function findAssets(
  project: Project,
  { file, value }: Document,
): { readonly assets: readonly TemplateAsset[]; readonly missing: readonly Problem[] } {
  const assets: TemplateAsset[] = [];
  const missing: Problem[] = [];
  const template = objectOr(value);
  for (const { pointer, value: written, content } of [...namedFiles(template), ...includes(template, [])]) {
    const path = resolvePath(folderOf(file), written);
    const kind = path === undefined ? undefined : project.kind(path);
    if (path !== undefined && (kind === 'file' || (kind === 'folder' && content !== 'template'))) {
      assets.push({ pointer, path, form: formOf(path, kind, content) });
      continue;
    }
    const property = String(pointer.at(-1));
    const reason = path === undefined ? 'outside' : kind === undefined ? 'missing' : 'folder';
    const help =
      reason === 'outside'
        ? 'write a path relative to the template that stays inside the project'
        : `it is looked for at \`${path}\`, relative to the template`;
    missing.push(problem('PLAN3013', { file, path: pointer }, { property, path: written, reason }, { help }));
  }
  return { assets, missing };
}

function formOf(path: string, kind: 'file' | 'folder', content: Named['content']): TemplateAsset['form'] {
  if (content === 'template') return 'template';
  if (kind === 'folder') return 'zip';
  // What is a zip already must not be packed again.
  return content === 'code' && !/\.(zip|jar)$/i.test(path) ? 'zip' : 'file';
}

function namedFiles(template: JsonObject): readonly Named[] {
  const globals = objectOr(template.Globals);
  const found = globalAssetProperties.flatMap((property) =>
    valuesAt(globals, property.path, ['Globals'], property.content),
  );
  for (const [id, resource] of Object.entries(objectOr(template.Resources))) {
    if (!isObject(resource) || isImage(resource, globals)) continue;
    const properties = objectOr(resource.Properties);
    for (const property of assetProperties[String(resource.Type)] ?? []) {
      const pointer = ['Resources', id, 'Properties'];
      found.push(...valuesAt(properties, property.path, pointer, property.content));
      if (property.impliesFolder && isAbsent(property, properties, resource, globals)) {
        found.push({ pointer: [...pointer, ...property.path], value: '.', content: property.content });
      }
    }
  }
  return found;
}

const functionGlobals = (globals: JsonObject): JsonObject => objectOr(globals.Function);

function isImage(resource: JsonObject, globals: JsonObject): boolean {
  const { PackageType } = objectOr(resource.Properties);
  const inherited = resource.Type === 'AWS::Serverless::Function' ? functionGlobals(globals).PackageType : '';
  return (PackageType ?? inherited) === 'Image';
}

function isAbsent(
  property: AssetProperty,
  properties: JsonObject,
  resource: JsonObject,
  globals: JsonObject,
): boolean {
  const inherits =
    resource.Type === 'AWS::Serverless::Function' && functionGlobals(globals).CodeUri !== undefined;
  const given = [property.path[0]!, 'InlineCode', 'ImageUri'].some((name) => properties[name] !== undefined);
  return !given && !inherits;
}

/** Local names at a path of properties, in which `*` is every key. Intrinsics, objects and URLs are not local. */
function valuesAt(
  value: Json | undefined,
  [key, ...rest]: readonly string[],
  pointer: Path,
  content: Named['content'],
): readonly Named[] {
  if (key === undefined) {
    return typeof value === 'string' && isLocal(value) ? [{ pointer, value, content }] : [];
  }
  if (!isObject(value)) return [];
  const keys = key === '*' ? Object.keys(value) : [key];
  return keys.flatMap((name) => valuesAt(value[name], rest, [...pointer, name], content));
}

/** `{{resolve:ssm:…}}` is a dynamic reference, which CloudFormation fills. */
const isLocal = (text: string): boolean =>
  text !== '' && !/^([a-z][a-z0-9+.-]*:\/\/|\{\{resolve:)/i.test(text);

/** Every `Location` of an `AWS::Include` transform, which may stand anywhere in a template. */
function includes(value: Json, pointer: Path): readonly Named[] {
  if (isList(value)) return value.flatMap((item, index) => includes(item, [...pointer, index]));
  if (!isObject(value)) return [];
  const inner = Object.entries(value).flatMap(([key, held]) => includes(held, [...pointer, key]));
  if (value.Name !== 'AWS::Include' || !isObject(value.Parameters)) return inner;
  return [...inner, ...valuesAt(value, ['Parameters', 'Location'], pointer, 'any')];
}
