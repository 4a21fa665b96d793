import type { Path, Problem } from '../diagnostics/problem.js';
import type { Document } from '../source/document.js';

export interface TemplateParameter {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  readonly noEcho: boolean;
  /** As text; undefined when the template does not restrict the value. */
  readonly allowedValues: readonly string[] | undefined;
  readonly path: Path;
}

/** A file or folder of the project that a template names and CloudFormation wants in a bucket. */
export interface TemplateAsset {
  /** Where in the template, e.g. ["Resources", "Api", "Properties", "CodeUri"]. */
  readonly pointer: Path;
  /** Relative to the project's root. */
  readonly path: string;
  /** `zip`: packed as a zip; `file`: as it is; `template`: a nested template, which may have assets of its own. */
  readonly form: 'zip' | 'file' | 'template';
}

/** An asset with the template that names it: the worker writes the object's address at `pointer` when it deploys. */
export interface Asset extends TemplateAsset {
  /** Relative to the project's root. */
  readonly template: string;
}

/** What a plan needs to know of a CloudFormation or SAM template of the project. */
export interface Template {
  readonly document: Document;
  /** Undefined when the template is too broken to tell. */
  readonly parameters: ReadonlyMap<string, TemplateParameter> | undefined;
  /** Names of `Outputs`, in the template's order; undefined when it is too broken, or a macro may add some. */
  readonly outputs: readonly string[] | undefined;
  readonly assets: readonly TemplateAsset[];
  /** What is wrong with it, with places in the template. */
  readonly problems: readonly Problem[];
}
