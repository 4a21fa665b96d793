/**
 * Memory in MiB that AWS Fargate has for CPU units.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
const sizes = {
  256: [512, 1024, 2048],
  512: steps(1024, 4096, 1024),
  1024: steps(2048, 8192, 1024),
  2048: steps(4096, 16_384, 1024),
  4096: steps(8192, 30_720, 1024),
  8192: steps(16_384, 61_440, 4096),
  16384: steps(32_768, 122_880, 8192),
} as const;

type Cpu = keyof typeof sizes;

function steps(from: number, to: number, by: number): readonly number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by);
}

export const cpus: readonly number[] = Object.keys(sizes).map(Number);

export const defaultCpu = 1024;

export const isCpu = (value: unknown): value is Cpu => typeof value === 'number' && value in sizes;

/** Sizes of memory in MiB that a task of these CPU units may have, ascending. */
export const memorySizes = (cpu: Cpu): readonly number[] => sizes[cpu];
