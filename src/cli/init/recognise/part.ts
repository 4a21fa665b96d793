import { posix } from 'node:path';
import type { Template } from '../../../cloudformation/template.js';
import type { SamConfig } from './sam-config.js';

/** A CDK app: the folder of its `cdk.json`. */
export interface CdkPart {
  readonly type: 'cdk';
  readonly folder: string;
  /** What has to be done before it can be started, and in which image; undefined when that is not known. */
  readonly setUp: SetUp | undefined;
}

export interface SetUp {
  readonly runner: string;
  readonly image: string;
  readonly command: string;
  /** What the image lacks. */
  readonly startup?: readonly string[];
}

/** A SAM application or a CloudFormation template. */
export interface StackPart {
  readonly type: 'sam' | 'cfn';
  readonly folder: string;
  /** The template's file, in that folder. */
  readonly file: string;
  /** The template that is deployed: of a SAM application the one that `sam build` made, where there is one. */
  readonly template: Template;
  /** Whether `sam build` has to run before packing. */
  readonly isBuilt: boolean;
  /** What `sam deploy` is told, where there is something. */
  readonly config?: SamConfig;
}

export type Part = CdkPart | StackPart;

/** What a part is recognised by: its template, or its `cdk.json`. */
export const fileOf = (part: Part): string =>
  posix.join(part.folder, part.type === 'cdk' ? 'cdk.json' : part.file);
