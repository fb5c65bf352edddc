/** Numbers begin with a nine, so that a payer tells them from an account's at a glance, and end with a check digit. */
const FIRST = '9';
const RANDOM_DIGITS = 10;
/** How many numbers there are; `invoiceNumber` takes any whole number below. */
export const INVOICE_NUMBERS = 10 ** RANDOM_DIGITS;

/** `9` + ten digits + Luhn's check digit: a slip of one digit, or two swapped, is no number at all. */
export function invoiceNumber(chosen: number): string {
  const body = `${FIRST}${String(chosen).padStart(RANDOM_DIGITS, '0')}`;
  return `${body}${checkDigit(body)}`;
}

/** What was typed as a number of an invoice, spaces and hyphens aside; `null`: it is none. */
export function readInvoiceNumber(given: string): string | null {
  const digits = given.replaceAll(/[\s-]/g, '');
  if (!/^9\d{11}$/.test(digits)) return null;
  return checkDigit(digits.slice(0, -1)) === digits.at(-1) ? digits : null;
}

/** ISO/IEC 7812-1, appendix B: every second digit from the right is doubled. */
function checkDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, i) => Number(digit) * (i % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return String((10 - (sum % 10)) % 10);
}
