/** Net prices in cents with the value added tax of a country. */
export const handler = async ({ cents, taxPercent }) => ({
  cents: Math.round(cents * (1 + taxPercent / 100)),
});
