/** `1 500,5` is `1500.50`; `null`: it is no sum that could be paid. */
export function typedSum(text: string): string | null {
  const [, roubles, kopecks = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(/[\s₽]/g, '')) ?? [];
  if (roubles === undefined) return null;
  const sum = `${Number(roubles)}.${kopecks.padEnd(2, '0')}`;
  return /[1-9]/.test(sum) ? sum : null;
}
