/** How a name becomes one of a kind of names, by what is said of them. */
const forms: readonly { readonly of: RegExp; readonly form: (name: string) => string }[] = [
  {
    of: /^lower-case letters/,
    form: (name) =>
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, ''),
  },
  {
    of: /^letters and digits/,
    form: (name) => name.replace(/(?:^|[^A-Za-z0-9]+)(.?)/g, (_, next: string) => next.toUpperCase()),
  },
  { of: /^letters, digits and underscores/, form: (name) => name.replace(/[^A-Za-z0-9_]+/g, '_') },
];

/** What to write instead of a name; `expected` says what it must be. */
export function nameHelp(name: string, expected: string): string | undefined {
  const reserved = /not starting with `(.*)`/.exec(expected)?.[1];
  if (reserved !== undefined && name.startsWith(reserved)) {
    return `choose another name: plancc keeps those that begin with \`${reserved}\` for itself`;
  }
  if (expected.startsWith('1 to') && name.length > 1) return 'shorten it, and say the rest in a `Comment`';
  const fitting = forms.find(({ of }) => of.test(expected))?.form(name);
  const most = Number(/at most (\d+) characters/.exec(expected)?.[1] ?? 255);
  return fitting && fitting !== name && fitting.length <= most ? `write \`${fitting}\`` : undefined;
}
