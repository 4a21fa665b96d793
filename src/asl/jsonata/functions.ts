/**
 * The functions of JSONata 2.0.6 with the signatures it gives them, and those of Step Functions, which has no `$eval`:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn.
 * In a signature `-` may be left out where there is a context, `?` may be left out, and `+` may come more than once.
 */
const signatures: { readonly [name: string]: string } = {
  sum: '<a<n>:n>',
  count: '<a:n>',
  max: '<a<n>:n>',
  min: '<a<n>:n>',
  average: '<a<n>:n>',
  string: '<x-b?:s>',
  substring: '<s-nn?:s>',
  substringBefore: '<s-s:s>',
  substringAfter: '<s-s:s>',
  lowercase: '<s-:s>',
  uppercase: '<s-:s>',
  length: '<s-:n>',
  trim: '<s-:s>',
  pad: '<s-ns?:s>',
  match: '<s-f<s:o>n?:a<o>>',
  contains: '<s-(sf):b>',
  replace: '<s-(sf)(sf)n?:s>',
  split: '<s-(sf)n?:a<s>>',
  join: '<a<s>s?:s>',
  formatNumber: '<n-so?:s>',
  formatBase: '<n-n?:s>',
  formatInteger: '<n-s:s>',
  parseInteger: '<s-s:n>',
  number: '<(nsb)-:n>',
  floor: '<n-:n>',
  ceil: '<n-:n>',
  round: '<n-n?:n>',
  abs: '<n-:n>',
  sqrt: '<n-:n>',
  power: '<n-n:n>',
  boolean: '<x-:b>',
  not: '<x-:b>',
  map: '<af>',
  zip: '<a+>',
  filter: '<af>',
  single: '<af?>',
  reduce: '<afj?:j>',
  sift: '<o-f?:o>',
  keys: '<x-:a<s>>',
  lookup: '<x-s:x>',
  append: '<xx:a>',
  exists: '<x:b>',
  spread: '<x-:a<o>>',
  merge: '<a<o>:o>',
  reverse: '<a:a>',
  each: '<o-f:a>',
  error: '<s?:x>',
  assert: '<bs?:x>',
  type: '<x:s>',
  sort: '<af?:a>',
  shuffle: '<a:a>',
  distinct: '<x:x>',
  base64encode: '<s-:s>',
  base64decode: '<s-:s>',
  encodeUrlComponent: '<s-:s>',
  encodeUrl: '<s-:s>',
  decodeUrlComponent: '<s-:s>',
  decodeUrl: '<s-:s>',
  toMillis: '<s-s?:n>',
  fromMillis: '<n-s?s?:s>',
  clone: '<(oa)-:o>',
  now: '<s?s?:s>',
  millis: '<:n>',
  partition: '<an:a>',
  range: '<nnn?:a>',
  hash: '<xs?:s>',
  random: '<n?:n>',
  uuid: '<:s>',
  parse: '<s:x>',
};

export const functionNames: readonly string[] = Object.keys(signatures);

/** How many arguments a function takes, from and to; undefined for one that is not there. */
export function arityOf(name: string): readonly [least: number, most: number] | undefined {
  if (!Object.hasOwn(signatures, name)) return undefined;
  const parameters = parametersOf(signatures[name]!);
  const least = parameters.filter((one) => !/[-?]$/.test(one)).length;
  const most = parameters.some((one) => one.endsWith('+')) ? Number.POSITIVE_INFINITY : parameters.length;
  return [least, most];
}

/** Each parameter of a signature: a letter or a choice `(sf)`, the kind of its items `<n>`, and whether it may be left out. */
const parametersOf = (signature: string): readonly string[] =>
  signature
    .slice(1, -1)
    .replace(/:(?![^<]*>[^<>]).*$/, '')
    .match(/(?:\([a-z]+\)|[a-z])(?:<[^<>]*>)?[-?+]?/g) ?? [];
