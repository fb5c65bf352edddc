const NO_BREAK_SPACE = '\u00a0';

/** `д. 14` and `кв. 1` stay on one line. */
export function unbrokenAddress(address: string): string {
  return address.replace(/(\p{L}\.|пр-кт|б-р|пл) (?=[\p{L}\d])/gu, `$1${NO_BREAK_SPACE}`);
}
