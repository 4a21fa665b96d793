type Keys = readonly (string | number)[];

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A JSONPath that names one place: `$.output['Smoke test'].ok[0]`. */
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
