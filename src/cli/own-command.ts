/** The words that start another process of this plancc, but for a command. */
export const ownCommand = (): readonly string[] => [process.execPath, process.argv[1]!];
