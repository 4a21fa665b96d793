import { posix } from 'node:path';
import type { Problem } from '../../../diagnostics/problem.js';
import { isObject } from '../../../language/json.js';
import type { Project } from '../../../source/project.js';
import { readDocument } from '../../../source/read.js';
import { unreadable, withoutApp } from './left-out.js';
import type { CdkPart, SetUp } from './part.js';

const node = { runner: 'node', image: 'public.ecr.aws/docker/library/node:22' };
/** The CDK needs Node for apps in every language: https://docs.aws.amazon.com/cdk/v2/guide/work-with-cdk-python.html */
const python = {
  runner: 'python',
  image: 'public.ecr.aws/docker/library/python:3.13',
  startup: ['apt-get update && apt-get install --yes npm', 'npm install --global aws-cdk'],
};

/** By the file that shows what installs the packages of an app; the first that is there counts. */
const setUps: { readonly [file: string]: SetUp } = {
  'package-lock.json': { ...node, command: 'npm ci --no-audit --no-fund' },
  'pnpm-lock.yaml': { ...node, command: 'corepack pnpm install --frozen-lockfile' },
  'yarn.lock': { ...node, command: 'corepack yarn install' },
  'package.json': { ...node, command: 'npm install --no-audit --no-fund' },
  'requirements.txt': { ...python, command: 'pip install --requirement requirements.txt' },
};

/** The CDK app in a folder: its `cdk.json` says how it is started. */
export function cdkPart(project: Project, folder: string): CdkPart | Problem | undefined {
  const at = (file: string) => posix.join(folder, file);
  const file = at('cdk.json');
  const text = project.read(file);
  if (text === undefined) return undefined;
  const { value, problems } = readDocument(file, text);
  if (value === undefined) return unreadable(problems);
  if (!isObject(value) || typeof value.app !== 'string') return withoutApp(file);
  const isFile = (path: string) => project.kind(path) === 'file';
  // In a workspace of npm, pnpm or yarn the lock file is at the root.
  const isNode = isFile(at('package.json'));
  const found = Object.keys(setUps).find((name) => isFile(at(name)) || (isNode && isFile(name)));
  return { type: 'cdk', folder, setUp: found === undefined ? undefined : setUps[found] };
}
