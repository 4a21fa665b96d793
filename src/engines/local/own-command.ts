/** The words that start another process of this plancc. */
export const ownCommand = (...words: readonly string[]): readonly string[] => [
  process.execPath,
  process.argv[1]!,
  ...words,
];
