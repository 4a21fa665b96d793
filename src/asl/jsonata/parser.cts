import type { Tree } from './tree.js' with { 'resolution-mode': 'import' };

/** What `jsonata` throws for an expression it cannot read. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly position?: number;
  readonly token?: string | number;
  readonly value?: string | number;
}

/**
 * The tree of an expression, or why it has none; neither where another engine may well read it, such as a regular
 * expression of Java. To evaluate `jsonata` takes milliseconds, so that is left until the first expression is read:
 * inside a function `require` stays one, in the bundle and in the library.
 */
function parse(expression: string): { readonly tree?: Tree; readonly refusal?: Refusal } {
  const jsonata: (text: string) => { readonly ast: () => Tree } = require('jsonata');
  try {
    return { tree: jsonata(expression).ast() };
  } catch (thrown) {
    // What has no code is a regular expression that JavaScript does not know, or a stack that brackets have filled.
    const refusal = thrown as Refusal;
    return typeof refusal.code === 'string' ? { refusal } : {};
  }
}

export = parse;
