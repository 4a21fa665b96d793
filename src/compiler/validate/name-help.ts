/** A kind of names, by what is said of them: what no such name may have, and how a name becomes one. */
interface Form {
  readonly of: RegExp;
  readonly forbidden: RegExp;
  readonly form: (name: string) => string;
}

const forms: readonly Form[] = [
  {
    of: /^lower-case letters/,
    forbidden: /[^a-z0-9-]/u,
    form: (name) =>
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, ''),
  },
  {
    of: /^letters and digits/,
    forbidden: /[^A-Za-z0-9]/u,
    form: (name) => name.replace(/(?:^|[^A-Za-z0-9]+)(.?)/g, (_, next: string) => next.toUpperCase()),
  },
  {
    of: /^letters, digits and underscores/,
    forbidden: /\W/u,
    form: (name) => name.replace(/[^A-Za-z0-9_]+/g, '_'),
  },
];

const formOf = (expected: string): Form | undefined => forms.find(({ of }) => of.test(expected));
const reservedBy = (expected: string): string | undefined =>
  /not starting with (?:a digit or )?`(.*)`/.exec(expected)?.[1];

/** What is wrong with a name, in words that follow its place; `expected` says what it must be. */
export function nameFault(name: string, expected: string): string {
  if (name === '') return 'it is empty';
  const reserved = reservedBy(expected);
  if (reserved !== undefined && name.startsWith(reserved)) return `it begins with \`${reserved}\``;
  const [forbidden] = formOf(expected)?.forbidden.exec(name) ?? [];
  if (forbidden === ' ') return 'it has a space';
  if (forbidden !== undefined) {
    return `it has ${/[A-Z]/.test(forbidden) ? 'the capital letter ' : ''}\`${forbidden}\``;
  }
  if (/starting with a letter|^letters, digits and underscores/.test(expected) && !/^[A-Za-z_]/.test(name)) {
    return `it begins with \`${name[0]}\``;
  }
  if (expected.includes('`/`') && !name.includes('/')) return 'it has no `/`';
  return `it has ${name.length} characters`;
}

/** What to do about a name; `expected` says what it must be. */
export function nameHelp(name: string, expected: string): string {
  const reserved = reservedBy(expected);
  if (reserved !== undefined && name.startsWith(reserved)) {
    return `choose another name: plancc keeps those that begin with \`${reserved}\` for itself`;
  }
  if (name === '') return `give it a name: ${expected}`;
  if (expected.startsWith('1 to')) return 'shorten it, and say the rest in a `Comment`';
  const rule = `names there have ${expected}`;
  const fitting = fittingName(name, expected);
  return fitting === undefined ? rule : `${fitting}: ${rule}`;
}

/** What to write instead of a name; undefined where nothing of it is left, or it fits. */
export function fittingName(name: string, expected: string): string | undefined {
  const fitting = formOf(expected)?.form(name);
  const most = Number(/at most (\d+) characters/.exec(expected)?.[1] ?? 255);
  return fitting && fitting !== name && fitting.length <= most ? `write \`${fitting}\`` : undefined;
}
