import { setTimeout } from 'node:timers/promises';
import type { Means as StackMeans } from '../stacks/act.js';

/** A stack of plancc itself, as it is to be. */
export interface OwnStack {
  readonly name: string;
  /** The text of the template. */
  readonly template: string;
  /** Those that are not given stay as they are, or are what the template says. */
  readonly parameters: { readonly [name: string]: string };
  /** Whether it takes over what there is of the names in the template: the store that an earlier one has left. */
  readonly takesOver?: boolean;
}

/** The largest template that CloudFormation takes as text: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const largestText = 51_200;

/** How CloudFormation is asked. */
export interface Means extends Omit<StackMeans, 'roleArn'> {
  readonly signal: AbortSignal;
  /** Milliseconds between looks: more and more while nothing happens. */
  readonly pauses: { readonly least: number; readonly most: number };
}

interface Looked<T> {
  readonly isEnd: boolean;
  readonly isNews: boolean;
  readonly value: T;
}

/** Looks until something has come to its end; gives what was seen last. */
export async function untilEnded<T>(
  { signal, pauses }: Pick<Means, 'signal' | 'pauses'>,
  look: () => Promise<Looked<T>>,
): Promise<T> {
  for (let pause = pauses.least; ; ) {
    const { isEnd, isNews, value } = await look();
    if (isEnd) return value;
    pause = isNews ? pauses.least : Math.min(pause * 1.3, pauses.most);
    await setTimeout(pause, undefined, { signal });
  }
}
