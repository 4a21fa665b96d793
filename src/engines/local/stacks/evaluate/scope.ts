import type { Json, JsonObject } from '../../../../source/document.js';

/** What the intrinsic functions of a template may refer to. */
export interface Scope {
  /** Parameters and pseudo parameters: texts, lists of texts. */
  readonly values: { readonly [name: string]: Json };
  readonly mappings: JsonObject;
  readonly conditions: ReadonlyMap<string, boolean>;
  /** `Ref` of a resource, or with an attribute `Fn::GetAtt`; undefined when there is no such resource. */
  readonly resource: (id: string, attribute: string | undefined) => Json | undefined;
  /** An exported value of another stack. Throws a `TemplateError` when there is none. */
  readonly exported: (name: string) => string;
}
