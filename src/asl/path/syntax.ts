/** Characters of the text that was parsed: from, and up to but not with. */
export type Span = readonly [from: number, to: number];

/** A JSONPath as Step Functions takes it: `$.a`, `$$.Execution.Id` (context), `$name.a` (variable). */
export interface PathExpression {
  readonly kind: 'path';
  readonly root: 'input' | 'context' | 'variable';
  /** The name of the variable. */
  readonly variable?: string;
  readonly steps: readonly Step[];
  readonly span: Span;
}

/** One step down. `deep` is that of `..`: at any depth. */
export type Step = Selector & { readonly deep: boolean; readonly span: Span };

export type Selector =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[] }
  | { readonly kind: 'slice'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'all' }
  /** `[?(…)]` and `[(…)]`; the text between the parentheses. */
  | { readonly kind: 'filter' | 'script'; readonly text: string }
  /** `.length()`; the text between the parentheses. */
  | { readonly kind: 'function'; readonly name: string; readonly text: string };

/** `States.Format('{}', $.a)` */
export interface Call {
  readonly kind: 'call';
  /** As written, with `States.` */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Argument[];
  readonly span: Span;
}

export type Argument =
  | PathExpression
  | Call
  /** A text without its quotes and escapes; `parts` are what stands between its `{}`. */
  | { readonly kind: 'text'; readonly value: string; readonly parts: readonly string[]; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span };

/** Why a text is no expression, in words that follow "because", and what to write instead. */
export interface Fault {
  readonly kind: 'fault';
  readonly reason: string;
  readonly help?: string | undefined;
  readonly span: Span;
}
