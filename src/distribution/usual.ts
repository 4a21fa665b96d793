/**
 * What is left out before any pattern of the project's, and comes back by one: what package managers and tools put
 * there for the computer they run on, where people keep secrets, and where environments are, of which a distribution
 * knows nothing.
 */
export const usual: readonly string[] = [
  'node_modules/',
  '.venv/',
  '__pycache__/',
  '.terraform/',
  '.idea/',
  '.vscode/',
  '.aws/',
  '.ssh/',
  '.env',
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  '/environments.yaml',
];

const names = new Set(usual);

/** Whether a file or folder (a folder's path ends in `/`) is one of these, as the patterns have it. */
export function isUsual(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1);
  return names.has(`/${path}`) || names.has(name) || (name.endsWith('/') && names.has(name.slice(0, -1)));
}
