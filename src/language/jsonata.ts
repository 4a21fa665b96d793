type Keys = readonly (string | number)[];

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const keywords = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** A JSONata path below an expression: `$states.input.output.`Smoke test`.ok`. */
export function jsonataPath(base: string, keys: Keys): string {
  let path = base;
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (plainName.test(key) && !keywords.has(key)) path += `.${key}`;
    else if (!key.includes('`')) path += `.\`${key}\``;
    // A quoted name cannot hold a backquote: https://docs.jsonata.org/simple
    else path = `$lookup(${path}, ${JSON.stringify(key)})`;
  }
  return path;
}

const expression = /^\{%[\s\S]*%\}$/;

/** Whether Step Functions evaluates this string in a JSONata state. */
export const isExpression = (text: string): boolean => expression.test(text);

export const toExpression = (jsonata: string): string => `{% ${jsonata} %}`;
