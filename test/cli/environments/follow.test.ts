import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import { historyReader } from '../../../src/cli/follow/history.js';
import { lineWriter } from '../../../src/cli/follow/lines.js';
import { newModel, update } from '../../../src/cli/follow/model.js';
import type { News } from '../../../src/cli/follow/news.js';
import { screen } from '../../../src/cli/follow/screen.js';
import type { Origins } from '../../../src/cli/follow/visits.js';
import { objectOr } from '../../../src/language/json.js';
import type { HistoryEvent } from '../../../src/ports/orchestrator.js';
import { compileFolder, fixtures, matches } from '../../golden.js';

const follow = suite('following: histories as news, lines and screens');

/** States of the plan beside a history, by their names in the definition. */
function originsOf(folder: string): Origins {
  const { states } = compileFolder(folder).output!.sourceMap;
  return new Map(
    Object.entries(objectOr(states)).map(([name, origin]) => {
      const { state, type } = objectOr(origin);
      return [name, { state: String(state), type: String(type) }];
    }),
  );
}

const eventsIn = (file: string): readonly HistoryEvent[] => {
  const read = JSON.parse(readFileSync(file, 'utf8'));
  return [...(Array.isArray(read) ? read : read.events)].sort((a, b) => a.id - b.id);
};

const utc = (time: string) => new Date(time).toISOString().slice(11, 19);

/** The news, what is written of it, and the screen at each quarter of the way. */
function told(news: readonly News[]): string {
  const write = lineWriter(utc);
  const model = newModel();
  const screens = news.flatMap((one, index) => {
    update(model, one);
    const quarters = [1, 2, 3, 4].map((quarter) => Math.ceil((news.length * quarter) / 4) - 1);
    if (!quarters.includes(index)) return [];
    const frame = { columns: 80, lines: 12, colour: false, now: one.time };
    return [`\n${utc(one.time)}\n`, ...screen(model, frame).map((line) => `${line}\n`)];
  });
  return [
    ...news.flatMap(write).map((line) => `${line}\n`),
    ...screens,
    '\n',
    ...news.map((one) => `${JSON.stringify(one)}\n`),
  ].join('');
}

for (const folder of ['histories', 'follow'].map((name) => join(fixtures, name))) {
  const origins = originsOf(folder);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    follow(name, () => {
      const news = historyReader(origins)(eventsIn(join(folder, name)));
      matches(join(fixtures, 'follow', name.replace('.json', '.txt')), told(news));
    });
  }
}

follow.run();
