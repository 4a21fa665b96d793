import {
  GetExecutionHistoryCommand,
  type GetExecutionHistoryCommandOutput,
  type HistoryEvent as SdkEvent,
} from '@aws-sdk/client-sfn';
import type { HistoryEvent } from '../../../ports/orchestrator.js';
import { isNamed } from '../error-name.js';
import type { Client } from './client.js';

/** The most that a page holds, and what is enough for one who looks often: https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html */
const wholePage = 1000;
const smallPage = 100;

/** Reads from the end backwards, as far as the events are new. Empty when there is no such execution. */
export async function history(
  client: Client,
  execution: string,
  after: number,
): Promise<readonly HistoryEvent[]> {
  const found: SdkEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await pageOf(client, execution, after, nextToken);
    if (page === undefined) return [];
    const { events = [] } = page;
    found.push(...events.filter(({ id = 0 }) => id > after));
    nextToken = events.every(({ id = 0 }) => id > after) ? page.nextToken : undefined;
  } while (nextToken !== undefined);
  return found.reverse().map(eventIn);
}

async function pageOf(
  client: Client,
  execution: string,
  after: number,
  nextToken: string | undefined,
): Promise<GetExecutionHistoryCommandOutput | undefined> {
  try {
    return await client.send(
      new GetExecutionHistoryCommand({
        executionArn: execution,
        reverseOrder: true,
        // What states are given and give may be large, and is nobody's business here.
        includeExecutionData: false,
        maxResults: after === 0 ? wholePage : smallPage,
        ...(nextToken !== undefined && { nextToken }),
      }),
    );
  } catch (error) {
    if (isNamed(error, 'ExecutionDoesNotExist')) return undefined;
    throw error;
  }
}

/** Dates become text, and fields that are not there go. */
const eventIn = (event: SdkEvent): HistoryEvent => JSON.parse(JSON.stringify(event));
