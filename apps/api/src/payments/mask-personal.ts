/**
 * Names and phones of a message as it came, hidden: `Иванова Мария Петровна` → `И****** М**** П*******`, a phone but for
 * its last two digits. What is still percent-encoded may be a name too, and is hidden whole.
 */
export function maskPersonal(text: string): string {
  return text
    .replaceAll(/(?:%[0-9a-f]{2}){3,}/gi, '***')
    .replaceAll(/(?<![\d.])(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*(\d{2})(?!\d)/g, '+7 *** ***-**-$1')
    .replaceAll(NAME, (name) =>
      name.replaceAll(/\p{L}+/gu, (word) => word[0]! + '*'.repeat(Math.max(1, word.length - 1))),
    );
}

/** Two or three words with capitals in a row, or a surname with initials. */
const NAME =
  /(?<!\p{L})\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?(?:\s+\p{Lu}\p{L}+){1,2}(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}+\s+\p{Lu}\.\s?(?:\p{Lu}\.)?/gu;
