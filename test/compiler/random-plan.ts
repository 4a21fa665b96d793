import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/source/document.js';

/** A state to be: its scope's states come later in the same list or inside it. */
interface Draft {
  readonly kind: 'runner' | 'lambda' | 'Pass' | 'Task' | 'Wait' | 'Choice' | 'Parallel' | 'Map';
  readonly when: 'none' | 'skip' | 'otherwise';
  readonly caught: boolean;
  /** Which states its references name, by number among all, and which leap a Choice or catcher makes. */
  readonly picks: readonly number[];
  readonly inner: readonly (readonly Draft[])[];
}

/** None like `10`, which JavaScript would move to the front, nor `States`, over which asl-validator falls. */
const names = [
  ...[
    'Build',
    'Smoke test',
    "it's",
    'Über',
    '1.0',
    '2.',
    'No',
    'a.b',
    'x"y',
    'Of States',
    'and',
    'Déjà vu',
    'q?',
    '$',
  ],
];

const drafts = fc.letrec<{ scope: readonly Draft[]; state: Draft }>((tie) => ({
  scope: fc.array(tie('state'), { minLength: 1, maxLength: 4 }),
  state: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    draft('leaf', fc.constant([])),
    draft('holder', fc.array(tie('scope'), { minLength: 1, maxLength: 3 })),
  ),
}));

function draft(
  form: 'leaf' | 'holder',
  inner: fc.Arbitrary<readonly (readonly Draft[])[]>,
): fc.Arbitrary<Draft> {
  const leaves = ['runner', 'runner', 'lambda', 'Pass', 'Task', 'Wait', 'Choice'] as const;
  return fc.record({
    kind: form === 'leaf' ? fc.constantFrom(...leaves) : fc.constantFrom('Parallel' as const, 'Map' as const),
    when: fc.constantFrom('none' as const, 'none' as const, 'skip' as const, 'otherwise' as const),
    caught: fc.boolean(),
    picks: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
    inner,
  });
}

/** Only the results of states of plancc's are merged; others would take the payload's place. */
const holdsOwn = (one: Draft): boolean =>
  one.kind === 'runner' || one.kind === 'lambda' || innerOf(one).some((scope) => scope.some(holdsOwn));

const innerOf = ({ kind, inner }: Draft) => (kind === 'Map' ? inner.slice(0, 1) : inner);

/** A plan of states of every kind, with references to any of them: some of which no check may accept. */
export const randomPlan: fc.Arbitrary<JsonObject> = fc
  .record({ scope: drafts.scope, jsonata: fc.boolean() })
  .map(({ scope, jsonata }) => new PlanWriter(jsonata).plan(scope));

/** Names are given in the order of writing; kept together because references may name any of them. */
class PlanWriter {
  private readonly given = new Map<Draft, string>();

  constructor(private readonly jsonata: boolean) {}

  plan(scope: readonly Draft[]): JsonObject {
    this.nameAll(scope);
    const language = this.jsonata ? { QueryLanguage: 'JSONata' } : {};
    const Parameters = {
      List: { Type: 'List', Default: ['p', 'q'] },
      Text: { Type: 'String', Default: 't' },
    };
    return { Name: 'random', Version: '1.0.0', ...language, Parameters, States: this.states(scope) };
  }

  private nameAll(scope: readonly Draft[]): void {
    for (const one of scope) {
      const count = this.given.size;
      this.given.set(one, `${names[count % names.length]}${count < names.length ? '' : count}`);
      for (const inner of one.inner) this.nameAll(inner);
    }
  }

  private states(scope: readonly Draft[]): JsonObject {
    return Object.fromEntries(scope.map((one, index) => [this.given.get(one)!, this.state(scope, index)]));
  }

  private state(scope: readonly Draft[], index: number): JsonObject {
    const one = scope[index]!;
    const later = scope.slice(index + 1);
    const leap = later.length === 0 ? undefined : this.given.get(later[one.picks[3]! % later.length]!)!;
    const way = later.length === 0 ? undefined : this.given.get(later[0]!)!;
    return {
      ...this.core(one, leap, way),
      ...(one.when === 'none' ? {} : { When: this.test(one.picks[2]! % 2 === 0 ? 'a' : 'b') }),
      ...(one.when === 'otherwise' && holdsOwn(one) ? { Otherwise: this.otherwise(one) } : {}),
      ...this.catchers(one, leap),
    };
  }

  private core(one: Draft, leap: string | undefined, way: string | undefined): JsonObject {
    const kept = this.jsonata ? { Output: '{% $states.input %}' } : { ResultPath: null };
    switch (one.kind) {
      case 'runner':
        return { Type: 'runner', Properties: { Commands: ['./x'], Environment: this.references(one) } };
      case 'lambda':
        return {
          Type: 'lambda',
          Properties: { FunctionName: 'f', Payload: { list: Object.values(this.references(one)), n: 1 } },
        };
      case 'Task': {
        const given = { TopicArn: 't', Message: this.references(one).A! };
        return {
          Type: 'Task',
          Resource: 'arn:aws:states:::sns:publish',
          [this.jsonata ? 'Arguments' : 'Parameters']: given,
          ...kept,
        };
      }
      case 'Wait':
        return { Type: 'Wait', Seconds: 1 };
      case 'Choice':
        return leap === undefined
          ? { Type: 'Succeed' }
          : { Type: 'Choice', Choices: [{ ...this.test('a'), Next: leap }], Default: way! };
      case 'Parallel':
        return {
          Type: 'Parallel',
          ...(holdsOwn(one) ? {} : kept),
          Branches: one.inner.map((inner) => ({ States: this.states(inner) })),
        };
      case 'Map': {
        const items = { [this.jsonata ? 'Items' : 'ItemsPath']: '${{ Parameters.List }}' };
        return {
          Type: 'Map',
          ...items,
          ...(holdsOwn({ ...one, inner: one.inner.slice(0, 1) }) ? {} : kept),
          ItemProcessor: { States: this.states(one.inner[0]!) },
        };
      }
      default:
        return { Type: 'Pass' };
    }
  }

  /** Of a Parallel, the outputs of some of the states inside. */
  private otherwise(one: Draft): JsonObject {
    const output = { a: 'otherwise', env: '${{ Environment }}' };
    if (one.kind !== 'Parallel') return output;
    const own = one.inner.flat().filter(({ kind }) => kind === 'runner' || kind === 'lambda');
    return Object.fromEntries(own.map((inner) => [this.given.get(inner)!, output]));
  }

  private test(value: string): JsonObject {
    return this.jsonata
      ? { Condition: `{% \${{ Environment }} = '${value}' %}` }
      : { Variable: '${{ Environment }}', StringEquals: value };
  }

  private catchers(one: Draft, leap: string | undefined): JsonObject {
    if (!one.caught || leap === undefined || !holdsOwn(one)) return {};
    return { Catch: [{ ErrorEquals: ['JobFailed'], Next: leap }] };
  }

  private references(one: Draft): { readonly [name: string]: Json } {
    const all = [...this.given.values()];
    const name = (pick: number): string => JSON.stringify(all[pick % all.length]);
    const [first, second, third] = one.picks as [number, number, number];
    return {
      A: `\${{ States[${name(first)}].a }}`,
      B: `{it's} \${{ States[${name(second)}].a }} \\ \${{ Environment }}`,
      C: `\${{ ${third % 3 === 0 ? 'Item' : third % 3 === 1 ? 'Index' : 'Parameters.Text'} }}`,
    };
  }
}
