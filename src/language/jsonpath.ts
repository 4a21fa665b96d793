type Keys = readonly (string | number)[];

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A JSONPath reference path (Jayway's dialect, which Step Functions speaks): `$.output['Smoke test'].ok[0]`. */
export function jsonPath(keys: Keys, root: '$' | '$$.Execution.Input' = '$'): string {
  let path: string = root;
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (plainName.test(key)) path += `.${key}`;
    else path += `['${key.replace(/[\\']/g, '\\$&')}']`;
  }
  return path;
}

/** A string literal of an intrinsic function; `{` and `}` are escaped too, as `States.Format` needs. */
export const intrinsicString = (text: string): string => `'${text.replace(/[\\'{}]/g, '\\$&')}'`;

const step = /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/uy;

/** The keys of a plain path such as an author's `ResultPath`; undefined when it is not one that names a single node. */
export function pathKeys(path: string): Keys | undefined {
  if (!path.startsWith('$')) return undefined;
  const keys: (string | number)[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) return undefined;
    if (found[2] !== undefined) keys.push(Number(found[2]));
    else keys.push(found[1] ?? (found[3] ?? found[4]!).replace(/\\(.)/gs, '$1'));
  }
  return keys;
}
