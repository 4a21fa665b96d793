import { Composer, type Document, type Tags } from 'yaml';
import { type Beyond, type Scanned, scan } from './scan.js';
import { mask, type TornReference } from './torn.js';

export interface Composed {
  /** Empty when the text is beyond a limit, or torn apart beyond repair. */
  readonly documents: readonly Document[];
  readonly torn: readonly TornReference[];
  readonly beyond?: Beyond;
}

/** Reads YAML into `yaml`'s documents. References that YAML tears apart are put together and reported. */
export function compose(text: string): Composed {
  const torn: TornReference[] = [];
  let masked = text;
  // A wrongly quoted reference hides those after it until it is repaired; ten of them are enough to report at once.
  for (let pass = 0; pass < 10; pass++) {
    const scanned = scan(masked);
    torn.push(...scanned.torn);
    if (scanned.beyond !== undefined) return { documents: [], torn, beyond: scanned.beyond };
    if (scanned.torn.some(({ closed }) => !closed)) break;
    if (scanned.torn.length === 0) {
      return { documents: documentsOf(scanned, text.length), torn };
    }
    masked = mask(masked, scanned.torn);
  }
  return { documents: [], torn };
}

function documentsOf({ tokens, shortTags }: Scanned, end: number): readonly Document[] {
  const { stackTraceLimit } = Error;
  // `yaml` makes an error of each mistake in a text, nine tenths of whose time went into stack traces nobody sees.
  Error.stackTraceLimit = 0;
  try {
    return [...new Composer(optionsFor(shortTags)).compose(tokens, true, end)];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const optionsFor = (shortTags: ReadonlySet<string>) => ({
  merge: true,
  // Quadratic in `yaml`; duplicates are found when the nodes become values.
  uniqueKeys: false,
  resolveKnownTags: false,
  customTags: [...shortTags].slice(0, most).flatMap(accepted),
});

/** CloudFormation has a score of tags; what is beyond is read as well, only slower, `yaml` has an error ready for each. */
const most = 100;

const accepted = (tag: string): Tags => [
  { tag, resolve: (text: string) => text },
  { tag, collection: 'map' },
  { tag, collection: 'seq' },
];
