/** Amounts as texts without the zeros that the column's scale adds. */
export function plainAmounts(amounts: string): string {
  return `array(select trim_scale(amount)::text from unnest(${amounts}) with ordinality as a (amount, place) order by place)`;
}
