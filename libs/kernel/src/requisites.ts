/**
 * Check digits of Russian requisites. Each check answers `'ok'` or a literal reason that the caller may use as the
 * code of its `DomainError`; none throws. Values are checked as they will be stored: digits without spaces (only
 * СНИЛС may come as printed on the card). A right check digit means "not mistyped", never "exists".
 */

/**
 * ИНН, 10 digits for an organisation, 12 for a person or sole trader.
 * Order of the ФНС ММВ-7-6/435@ of 29.06.2012: the last one (two) digits are checks, Σ(digit × weight) mod 11 mod 10.
 * Worked figure: 7707083893 → 7·2+7·4+0·10+7·3+0·5+8·9+3·4+8·6+9·8 = 267; 267 mod 11 = 3 → 3.
 */
export function checkInn(inn: string): 'ok' | 'inn-length' | 'inn-check-digit' {
  const digits = digitsOf(inn);
  if (digits?.length === 10) return hasInnCheck(digits, 9) ? 'ok' : 'inn-check-digit';
  if (digits?.length === 12) return hasInnCheck(digits, 10) && hasInnCheck(digits, 11) ? 'ok' : 'inn-check-digit';
  return 'inn-length';
}

/** КПП, the same order: tax office (4 digits), reason (two digits or Latin capitals), serial number (3 digits). */
export function checkKpp(kpp: string): 'ok' | 'kpp-shape' {
  return /^(?!0000)\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) ? 'ok' : 'kpp-shape';
}

/**
 * ОГРН, 13 digits. Order of the Ministry of Finance 165н of 30.10.2017: the last digit is the last digit of the
 * remainder of the first twelve, taken as one number, divided by 11.
 * Worked figure: 102770013219 mod 11 = 5 → 1027700132195.
 */
export function checkOgrn(ogrn: string): 'ok' | 'ogrn-length' | 'ogrn-check-digit' {
  if (!/^[1-9]\d{12}$/.test(ogrn)) return 'ogrn-length';
  return hasRegistryCheck(ogrn, 11n) ? 'ok' : 'ogrn-check-digit';
}

/** ОГРНИП, 15 digits beginning with 3; the same order, divided by 13. */
export function checkOgrnip(ogrnip: string): 'ok' | 'ogrnip-length' | 'ogrnip-check-digit' {
  if (!/^3\d{14}$/.test(ogrnip)) return 'ogrnip-length';
  return hasRegistryCheck(ogrnip, 13n) ? 'ok' : 'ogrnip-check-digit';
}

/** БИК: nine digits, the first 0 (direct participant of the payment system), 1 (indirect) or 2 (client of the Bank of Russia). */
export function checkBik(bik: string): 'ok' | 'bik-shape' {
  return /^[012]\d{8}$/.test(bik) && !/^0+$/.test(bik) ? 'ok' : 'bik-shape';
}

/**
 * The payee's account in the bank with this БИК. Bank of Russia's order 515 of 08.09.1997: the last three digits of
 * the БИК before the twenty of the account, weights 7, 1, 3 repeated, the last digits of the products add up to a
 * multiple of ten. Accounts kept by the Bank of Russia itself (БИК ending in 000–002) have `0` and digits 5–6 of
 * the БИК in front instead. Treasury accounts (they begin with 0, ТОФК's own key) are checked by shape only.
 */
export function checkSettlementAccount(
  account: string,
  bank: { readonly bik: string },
): 'ok' | 'bik-shape' | 'account-length' | 'account-key' {
  if (checkBik(bank.bik) !== 'ok') return 'bik-shape';
  if (!/^\d{20}$/.test(account)) return 'account-length';
  if (account.startsWith('0')) return 'ok';
  const keptByBankOfRussia = /00[012]$/.test(bank.bik);
  const prefix = keptByBankOfRussia ? cashCentre(bank.bik) : bank.bik.slice(-3);
  return hasAccountKey(prefix + account) ? 'ok' : 'account-key';
}

/**
 * A bank's correspondent account with the Bank of Russia (301…, or the treasury's single account 401…). The same
 * order 515 with `0` and digits 5–6 of the БИК in front; a 301 account repeats the end of the БИК in its last three.
 */
export function checkCorrespondentAccount(
  account: string,
  bank: { readonly bik: string },
): 'ok' | 'bik-shape' | 'correspondent-account-length' | 'correspondent-account-bik' | 'correspondent-account-key' {
  if (checkBik(bank.bik) !== 'ok') return 'bik-shape';
  if (!/^[34]01\d{17}$/.test(account)) return 'correspondent-account-length';
  if (account.startsWith('301') && account.slice(-3) !== bank.bik.slice(-3)) return 'correspondent-account-bik';
  return hasAccountKey(cashCentre(bank.bik) + account) ? 'ok' : 'correspondent-account-key';
}

/**
 * СНИЛС, `11223344595` or `112-233-445 95`. Pension Fund's rule: digits 1–9 times 9…1; the sum, from 101 on its
 * remainder by 101, is the check, 100 being written 00. Numbers up to 001-001-998 were given out without a check.
 * Worked figure: 112-233-445 → 1·9+1·8+2·7+2·6+3·5+3·4+4·3+4·2+5·1 = 95.
 */
export function checkSnils(snils: string): 'ok' | 'snils-length' | 'snils-check-digit' {
  if (!/^(\d{11}|\d{3}-\d{3}-\d{3}[ -]\d{2})$/.test(snils)) return 'snils-length';
  const digits = digitsOf(snils.replaceAll(/[ -]/g, ''))!;
  const number = Number(digits.slice(0, 9).join(''));
  if (number === 0) return 'snils-check-digit';
  if (number <= 1_001_998) return 'ok';
  const check = digits[9]! * 10 + digits[10]!;
  return (weigh(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === check ? 'ok' : 'snils-check-digit';
}

function digitsOf(text: string): number[] | null {
  return /^\d+$/.test(text) ? [...text].map(Number) : null;
}

const INN_WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** The weights end at 8 before the check digit, however many digits stand before it. A code of region 00 is nobody's. */
function hasInnCheck(digits: readonly number[], place: number): boolean {
  const check = (weigh(digits, INN_WEIGHTS.slice(-place)) % 11) % 10;
  return digits[place] === check && (digits[0] !== 0 || digits[1] !== 0);
}

function hasRegistryCheck(number: string, divisor: bigint): boolean {
  return (BigInt(number.slice(0, -1)) % divisor) % 10n === BigInt(number.slice(-1));
}

function cashCentre(bik: string): string {
  return `0${bik.slice(4, 6)}`;
}

function hasAccountKey(digits: string): boolean {
  return weigh([...digits].map(Number), ACCOUNT_WEIGHTS) % 10 === 0;
}

/** Only last digits of the products count, and so the last digit of their sum. */
const ACCOUNT_WEIGHTS = Array.from({ length: 23 }, (_, place) => [7, 1, 3][place % 3]!);

function weigh(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((total, weight, place) => total + weight * digits[place]!, 0);
}
