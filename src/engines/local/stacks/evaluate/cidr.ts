import { TemplateError } from '../template-error.js';

/**
 * Subnets of an IPv4 block, as `Fn::Cidr` cuts them: `bits` are those left for hosts.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function subnetsOf(block: string, count: number, bits: number): readonly string[] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(block);
  const [a, b, c, d, prefix] = (match ?? []).slice(1).map(Number);
  const refuse = (reason: string) => new TemplateError(`Template error: Fn::Cidr ${reason}`);
  if (prefix === undefined || prefix > 32 || [a, b, c, d].some((byte) => byte! > 255)) {
    throw refuse(`cannot cut \`${block}\`, which is no IPv4 block such as 10.0.0.0/16`);
  }
  const most = 2 ** (32 - bits - prefix);
  if (!(bits >= 1 && bits <= 32 - prefix && count >= 1 && count <= Math.min(most, 256))) {
    throw refuse(`cannot cut ${count} blocks with ${bits} bits out of ${block}`);
  }
  const size = 2 ** bits;
  const address = ((a! * 256 + b!) * 256 + c!) * 256 + d!;
  const start = address - (address % 2 ** (32 - prefix));
  return Array.from({ length: count }, (_, index) => `${dotted(start + index * size)}/${32 - bits}`);
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
