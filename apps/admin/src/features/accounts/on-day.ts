/** Of facts with days those that hold on a day; `to` is the first day on which one holds no longer. */
export function onDay<Fact extends { readonly from: string; readonly to: string | null }>(
  facts: readonly Fact[],
  day: string,
): Fact[] {
  return facts.filter(({ from, to }) => from <= day && (to === null || to > day));
}
