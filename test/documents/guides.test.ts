import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import { docs, guidesInAws, matchesGuide, performed } from './guide.js';

const guides = suite('guides: every file is written, every command run');

const files = ['guide.md', ...readdirSync(join(docs, 'how-to')).map((name) => join('how-to', name))].filter(
  (file) => !guidesInAws.includes(file),
);

const performances = new Map<string, PromiseSettledResult<string>>();

/** Two at a time, as there are processors at least: most of the time goes into their sessions. */
guides.before(async () => {
  const waiting = [...files];
  const perform = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const [performance] = await Promise.allSettled([performed(file)]);
      performances.set(file, performance);
    }
  };
  await Promise.all([perform(), perform()]);
});

for (const file of files) guides(file, () => matchesGuide(file, performances.get(file)!));

guides.run();
