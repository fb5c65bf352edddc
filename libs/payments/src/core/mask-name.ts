/**
 * A payer's name for somebody who need only recognise it: `Иванова Анна Петровна` is shown as `И****** А*** П.`. Of
 * the last name and the first only the length is left, whoever the payer is.
 */
export function maskName(name: string): string {
  const [last = '', first = '', ...others] = name.trim().split(/\s+/);
  return [starred(last), starred(first), ...others.map((word) => `${letters(word)[0]}.`)].filter(Boolean).join(' ');
}

function starred(word: string): string {
  const [first, ...rest] = letters(word);
  return first === undefined ? '' : first + '*'.repeat(rest.length);
}

/** By signs as a reader sees them. */
function letters(word: string): string[] {
  return [...word.normalize('NFC')];
}
