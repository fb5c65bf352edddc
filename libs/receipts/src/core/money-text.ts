import type { Money } from '@dvor/kernel';

/**
 * Figures as residents read them: `12 345,67` with no-break spaces, a decimal comma, a true minus sign. (The narrow
 * no-break space is an eighth of an em in Golos Text, too little to be seen on paper; its plain one is a quarter.)
 */
export function moneyText(money: Money): string {
  return figureText(money.toString());
}

/** From plain decimal notation; four digits are grouped too, so that columns stay even. */
export function figureText(plain: string): string {
  const [whole, fraction] = plain.replace('-', '').split('.') as [string, string | undefined];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${plain.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}
