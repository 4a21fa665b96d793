import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { isList, isObject, objectOr } from '../language/json.js';
import { contents, helpForOutside } from '../source/absent.js';
import type { Document, Json, JsonObject } from '../source/document.js';
import { nearestPath } from '../source/nearest-path.js';
import { type Project, troubleOf } from '../source/project.js';
import { folderOf, relativeTo, resolvePath } from '../source/relative-path.js';
import { type AssetProperty, assetProperties, globalAssetProperties } from './asset-properties.js';
import type { TemplateAsset } from './template.js';

type Reason = 'missing' | 'outside' | 'folder' | 'empty';

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
  for (const named of [...namedFiles(template), ...includes(template, [])]) {
    const found = assetAt(project, file, named);
    if ('code' in found) missing.push(found);
    else assets.push(found);
  }
  return { assets, missing };
}

/** The asset that a template names, or why it cannot be one. */
function assetAt(project: Project, file: string, named: Named): TemplateAsset | Problem {
  const { pointer, value, content } = named;
  const place = { file, path: pointer };
  const path = resolvePath(folderOf(file), value);
  const unusable = (reason: Reason): Problem => {
    const help = helpFor(project, file, named, reason);
    return problem('PLAN3013', place, { property: String(pointer.at(-1)), path: value, reason }, { help });
  };
  if (path === undefined) return unusable('outside');
  const kind = project.kind(path);
  // Only templates must be text.
  const trouble = kind === 'file' && content !== 'template' ? undefined : troubleOf(project, path, place);
  if (trouble !== undefined) return trouble;
  if (kind === undefined) return unusable('missing');
  if (content === 'template') {
    return kind === 'folder' ? unusable('folder') : { pointer, path, form: 'template' };
  }
  if (kind === 'folder' && project.list(path).length === 0) return unusable('empty');
  // What is a zip already must not be packed again.
  const packed = kind === 'folder' || (content === 'code' && !/\.(zip|jar)$/i.test(path));
  return { pointer, path, form: packed ? 'zip' : 'file' };
}

const build = 'what a build makes, a command of `Package.Before` has to make';

function helpFor(project: Project, file: string, { value, content }: Named, reason: Reason): string {
  const base = folderOf(file);
  const path = resolvePath(base, value);
  const kind = content === 'code' ? 'folder' : 'file';
  if (path === undefined) return helpForOutside(project, base, value, kind, 'the template');
  if (reason === 'folder') return `write a file; ${contents(project, path)}`;
  if (reason === 'empty') return `put files into \`${path}\`; ${build}`;
  const near =
    nearestPath(project, path, kind) ??
    (content === 'template' ? undefined : nearestPath(project, path, kind === 'file' ? 'folder' : 'file'));
  if (near !== undefined) return `did you mean \`${relativeTo(base, near)}\`?`;
  const lookedFor = `it is looked for at \`${path || '.'}\`, relative to the template`;
  return content === 'template' ? lookedFor : `${lookedFor}; ${build}`;
}

function namedFiles(template: JsonObject): readonly Named[] {
  const globals = objectOr(template.Globals);
  const found = globalAssetProperties.flatMap(({ path, content }) =>
    valuesAt(globals, path, ['Globals'], content),
  );
  for (const [id, resource] of Object.entries(objectOr(template.Resources))) {
    const { Type, Properties } = objectOr(resource);
    const own = objectOr(Properties);
    const inherited = Type === 'AWS::Serverless::Function' ? objectOr(globals.Function) : {};
    // The code of an image is in a registry.
    if ((own.PackageType ?? inherited.PackageType) === 'Image') continue;
    const pointer = ['Resources', id, 'Properties'];
    for (const { path, content, impliesFolder } of assetProperties[String(Type)] ?? []) {
      found.push(...valuesAt(own, path, pointer, content));
      const given = [path[0]!, 'InlineCode'].some((name) => own[name] !== undefined);
      if (impliesFolder && !given && inherited.CodeUri === undefined) {
        found.push({ pointer: [...pointer, ...path], value: '.', content });
      }
    }
  }
  return found;
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
