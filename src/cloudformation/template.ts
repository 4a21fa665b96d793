import type { Path } from '../diagnostics/problem.js';
import type { Document } from '../source/document.js';

export interface TemplateParameter {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  readonly noEcho: boolean;
  readonly path: Path;
}

/** What a plan needs to know of a CloudFormation or SAM template of the project. */
export interface Template {
  readonly document: Document;
  readonly parameters: ReadonlyMap<string, TemplateParameter>;
  /** Names of `Outputs`, in the template's order. */
  readonly outputs: readonly string[];
}
