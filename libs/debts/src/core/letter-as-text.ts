import type { LetterContent } from './draft-letter.js';

/** A letter in words alone, for an e-mail or a message in ГИС ЖКХ: its paper is sent along. */
export function letterAsText(letter: LetterContent): { readonly subject: string; readonly text: string } {
  const { title, account, debtor, opening, closing, payees, issuer, signer, number, dated } = letter;
  const pay = payees.map(
    ({ name, inn, bank, sum }) =>
      `${name}, ИНН ${inn}${bank ? `, счёт ${bank.account}, ${bank.name}, БИК ${bank.bik}` : ''}: ${sum.replace('.', ',')} руб.`,
  );
  return {
    subject: `${title}, лицевой счёт № ${account.number}`,
    text: [
      debtor,
      ...opening,
      ...closing,
      ['Куда платить:', ...pay].join('\n'),
      `№ ${number} от ${dated.split('-').reverse().join('.')}`,
      [issuer.name, `${signer.post} ${signer.name}`.trim()].join('\n'),
    ].join('\n\n'),
  };
}
