import { readFileSync } from 'node:fs';
import { scan } from '../src/source/yaml/scan.ts';
import { Composer } from 'yaml';
for (const f of process.argv.slice(2)) {
  const text = readFileSync(f, 'utf8');
  let t = performance.now();
  const s = scan(text);
  const a = performance.now() - t; t = performance.now();
  let b = -1, errs = 0;
  if (!process.env.NOCOMP) { const c = new Composer({uniqueKeys:false, resolveKnownTags:false, merge:true} as any);
  for (const d of c.compose(s.tokens as any, true, text.length)) errs += d.errors.length;
  b = performance.now() - t; }
  console.log(f, 'tokens', s.tokens.length, 'scan', a|0, 'compose', b|0, 'errors', errs);
}
