const modeline = '# yaml-language-server: $schema=../../schemas/plan.schema.json';

/** Lines of a plan around one state, which stands at an indent of its own. */
const scopes: { readonly [where: string]: readonly string[] } = {
  'in the plan': ['States:'],
  'in a branch': ['States:', '  Both:', '    Type: Parallel', '    Branches:', '      - States:'],
  'in an item processor': ['States:', '  Each:', '    Type: Map', '    ItemProcessor:', '      States:'],
  'in a branch of an item processor': [
    ...['States:', '  Each:', '    Type: Map', '    ItemProcessor:', '      States:'],
    ...['        Both:', '          Type: Parallel', '          Branches:', '            - States:'],
  ],
};

/** A way to write a plan around the lines of a state, in every place that a state can have. */
export const around = Object.entries(scopes).map(([where, lines]) => {
  const indent = ' '.repeat(lines.at(-1)!.search(/States/) + 2);
  return {
    where,
    plan: (state: string) =>
      [
        ...[modeline, 'Name: webshop', 'Version: 1.4.0', ...lines],
        ...state.split('\n').map((line) => (line === '' ? line : indent + line)),
        '',
      ].join('\n'),
  };
});
