/** What the compiler makes of a plan, and every distribution holds, in this order. */
export const planParts = [
  'plan/definition.asl.json',
  'plan/substitutions.json',
  'plan/template.json',
  'plan/sourcemap.json',
  'plan/graph.mmd',
] as const;
