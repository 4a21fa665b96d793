/** What a reference may start with. */
export const roots: readonly string[] = [
  ...['States', 'Parameters', 'Dependencies', 'Environment', 'Distribution', 'Deployment'],
  ...['Item', 'Index', 'Error'],
];

/** The fields of roots that always have the same ones. */
export const fields: { readonly [root: string]: readonly string[] } = {
  Distribution: ['Name', 'Version', 'Id'],
  Deployment: ['Id', 'StartedAt'],
  Error: ['Error', 'Cause'],
};
