import { error, warning } from './define.js';

export interface Entry {
  readonly entry: string;
}
export interface Path {
  readonly path: string;
}
export interface Reason {
  readonly reason: string;
}

const count = (value: number): string => value.toLocaleString('en-US');
const bytesOf = (value: number): string => `${count(value)} ${value === 1 ? 'byte' : 'bytes'}`;

/** Methods of compression by name: section 4.4.5 of PKWARE's APPNOTE. */
const methods: { readonly [method: number]: string } = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
};

/** Two Unicode forms of a name look alike: words must tell them apart. */
const oneName = (first: string, second: string): string =>
  first.normalize() === second.normalize()
    ? `\`${first}\` is there in two Unicode forms (as with \`é\` of one or two characters), which are one name on some systems`
    : `\`${first}\` and \`${second}\` are one name on systems that ignore case or Unicode form`;

const quoted = (paths: readonly string[]): string => {
  const shown = paths.slice(0, 8).map((path) => `\`${path}\``);
  const more = paths.length > 8 ? [`${paths.length - 8} more`] : [];
  const all = [...shown, ...more];
  return all.length === 1 ? `${all[0]} is` : `${all.slice(0, -1).join(', ')} and ${all.at(-1)} are`;
};

/** 6xxx: building distributions (60xx), setting up projects (608x), and reading distributions (61xx). */
export const packagingCodes = {
  PLAN6001: error<Path & { target: string }>(
    'link out of the project',
    ({ path, target }) => `\`${path}\` is a link to \`${target}\`, which is outside the project`,
  ),
  PLAN6002: error<Path & { target: string }>(
    'broken link',
    ({ path, target }) => `\`${path}\` is a link to \`${target}\`, which does not exist`,
  ),
  PLAN6003: error<Path & { target: string }>(
    'link to its own folder',
    ({ path, target }) => `\`${path}\` is a link to \`${target}\`, which leads back to itself`,
  ),
  PLAN6004: error<Path & { kind: string }>(
    'not a regular file',
    ({ path, kind }) => `\`${path}\` is ${kind} and cannot be packed`,
  ),
  PLAN6005: error<{ first: string; second: string }>(
    'names that differ only in case or Unicode form',
    ({ first, second }) => oneName(first, second),
  ),
  PLAN6006: error<{ bytes: number; limit: number }>(
    'path too long',
    ({ bytes, limit }) =>
      `the path is ${bytesOf(bytes)} long; a distribution takes paths of up to ${count(limit)}`,
  ),
  PLAN6007: error<Path & Reason>(
    'name that cannot be packed',
    ({ path, reason }) => `the name of \`${path}\` ${reason}`,
  ),
  PLAN6008: error<Path & Reason>(
    'file cannot be read',
    ({ path, reason }) => `\`${path}\` cannot be read: ${reason}`,
  ),
  PLAN6009: error<Path>(
    'file that changes while it is packed',
    ({ path }) => `\`${path}\` changed while it was being packed`,
  ),
  PLAN6010: error<Path & Reason>(
    'file of a template that cannot be packed',
    ({ path, reason }) => `\`${path}\`, which the template names, ${reason}`,
  ),
  PLAN6011: error<Path & Reason>(
    'output cannot be written',
    ({ path, reason }) => `\`${path}\` cannot be written: ${reason}`,
  ),
  PLAN6012: error<{ command: string } & Reason>(
    'command of `Before` that failed',
    ({ command, reason }) => `the command \`${command}\` ${reason}`,
  ),
  PLAN6013: error<Path & Reason>(
    'project cannot be copied',
    ({ path, reason }) => `\`${path}\` cannot be copied for the commands of \`Before\`: ${reason}`,
  ),
  PLAN6014: error<Path & { state: string }>(
    'folder left out of the package',
    ({ path, state }) => `nothing of \`${path}\` is packed, but \`${state}\` needs it`,
  ),
  PLAN6015: error<Path & { limit: number }>(
    'too many files',
    ({ path, limit }) =>
      `${path === '.' ? 'the project' : `\`${path}\``} has more than ${count(limit)} files and folders, with those behind links`,
  ),
  PLAN6016: warning<Path & { what: string }>(
    'secret in a file that is packed',
    ({ path, what }) => `\`${path}\` holds ${what}, which everyone gets who gets the distribution`,
  ),
  PLAN6080: error<{ plan: string }>(
    'plan already there',
    ({ plan }) => `there is a plan already: \`${plan}\``,
  ),
  PLAN6081: error<{ paths: readonly string[] }>(
    'files in the way',
    ({ paths }) => `${quoted(paths)} there already`,
  ),
  PLAN6082: error<{ folder: string }>(
    'no name for the plan',
    ({ folder }) => `no name for a plan can be made of the name of the folder, \`${folder}\``,
  ),
  PLAN6083: warning<{ file: string } & Reason>(
    'left out of the plan that is written',
    ({ file, reason }) => `\`${file}\` is left out of the plan: ${reason}`,
  ),
  PLAN6084: error<{ template: string }>(
    'name for several plans',
    ({ template }) => `the plans of the template \`${template}\` have names of their own`,
  ),
  PLAN6085: error<{ folder: string }>(
    'nothing to deploy recognised',
    ({ folder }) => `nothing to deploy was recognised in \`${folder}\``,
  ),
  PLAN6101: error<Reason>(
    'distribution cannot be read',
    ({ reason }) => `the file cannot be read: ${reason}`,
  ),
  PLAN6102: error<{ size: number }>('not a zip', ({ size }) =>
    size === 0 ? 'the file is empty, and so is not a zip' : 'the file is not a zip',
  ),
  PLAN6103: error('zip cut short', () => 'the zip is cut short: its end is missing'),
  PLAN6104: error<{ bytes: number; where: string }>(
    'bytes that belong to no entry',
    ({ bytes, where }) =>
      `the zip has ${bytesOf(bytes)} ${where} that ${bytes === 1 ? 'belongs' : 'belong'} to no entry`,
  ),
  PLAN6105: error<Entry>('overlapping entries', ({ entry }) => `\`${entry}\` overlaps another entry`),
  PLAN6106: error<Entry & Reason>(
    'unsafe name of an entry',
    ({ entry, reason }) => `the name \`${entry}\` ${reason}`,
  ),
  PLAN6107: error<{ first: string; second: string }>('duplicate name of an entry', ({ first, second }) =>
    first === second ? `\`${first}\` is there twice` : oneName(first, second),
  ),
  PLAN6108: error<Entry>('encrypted entry', ({ entry }) => `\`${entry}\` is encrypted`),
  PLAN6109: error<Entry & { method: number }>(
    'unknown compression',
    ({ entry, method }) =>
      `\`${entry}\` is compressed by ${methods[method] ?? `method ${method}`}, which no distribution uses`,
  ),
  PLAN6110: error(
    'not a distribution',
    () => 'the zip is not a distribution: there is no `manifest.json` in it',
  ),
  PLAN6111: error<Reason>('malformed manifest', ({ reason }) => `the manifest ${reason}`),
  PLAN6112: error<{ format: string }>(
    'manifest of another format',
    ({ format }) => `the manifest has format ${format}; this plancc reads format 1`,
  ),
  PLAN6113: error<Entry>('entry not in the manifest', ({ entry }) => `\`${entry}\` is not in the manifest`),
  PLAN6114: error<Entry>(
    'missing entry',
    ({ entry }) => `\`${entry}\` is in the manifest but not in the zip`,
  ),
  PLAN6115: error<Entry & { what: string; found: string; expected: string }>(
    'entry that differs from the manifest',
    ({ entry, what, found, expected }) =>
      `the ${what} of \`${entry}\` is ${found}; the manifest says ${expected}`,
  ),
  PLAN6116: error<Entry>('damaged entry', ({ entry }) => `the data of \`${entry}\` are damaged`),
  PLAN6117: error<Entry & { declared: number }>(
    'false size of an entry',
    ({ entry, declared }) => `\`${entry}\` does not unpack to the ${bytesOf(declared)} that the zip declares`,
  ),
  PLAN6118: error<{ what: string }>(
    'zip changed by another program',
    ({ what }) => `${what} is not as plancc writes it: another program changed the zip, or it is damaged`,
  ),
  PLAN6119: error<{ what: string; bytes: number; limit: number }>(
    'zip too large to read',
    ({ what, bytes, limit }) => `the ${what} takes ${bytesOf(bytes)}; plancc reads up to ${count(limit)}`,
  ),
  PLAN6120: warning<Reason>('a dependency that is not used', ({ reason }) => `not used: ${reason}`),
  PLAN6201: error<{ state: string; distribution: string }>(
    'unknown state of a distribution',
    ({ state, distribution }) => `\`${state}\` is not a state of ${distribution}`,
  ),
  PLAN6202: error<Reason>('not a history of an execution', ({ reason }) => `the history ${reason}`),
  PLAN6203: error<{ last: string }>(
    'no failure in a history',
    ({ last }) => `nothing fails in this history; its last event is ${last}`,
  ),
};
