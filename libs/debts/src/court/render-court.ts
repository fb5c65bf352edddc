import { Money, parsePeriod } from '@dvor/kernel';
import { monthName } from '@dvor/receipts';
import type { CourtContent, CourtDebtor, CourtPerson } from '../core/index.js';
import { dayText, figuresView, issuerView, onPaper, paperTemplate, serviceView, sumText } from '../render-papers.js';

/** The papers of a case by the names of their files; bodies of pages whose texts are escaped. */
export function courtPapers(content: CourtContent): { readonly name: string; readonly body: string }[] {
  const view = courtView(content);
  const account = `лицевой счёт ${content.account.number}`;
  return [
    { name: '1 Заявление.pdf', body: onPaper(`Заявление № ${content.number}, ${account}`, application(view)) },
    { name: '2 Расчёт.pdf', body: onPaper(`Расчёт к заявлению № ${content.number}, ${account}`, calculation(view)) },
    { name: '3 Выписка.pdf', body: onPaper(`Выписка, ${account}`, statement(view)) },
  ];
}

const application = paperTemplate('application');
const calculation = paperTemplate('calculation');
const statement = paperTemplate('statement');

function courtView(content: CourtContent) {
  const { from, to, fee, claim, leftOut } = content;
  const [first, last] = [from, to].map((month) => monthName(parsePeriod(month)));
  return {
    ...{ court: content.court, account: content.account, claimant: issuerView(content.claimant) },
    dated: dayText(content.dated),
    period: first === last ? first : `${first} – ${last}`,
    ...figuresView(content),
    services: content.services.map(serviceView),
    debtors: content.debtors.map(debtorView),
    shared: content.debtors.some(({ share }) => share !== null),
    together: content.debtors.some(({ people }) => people.length > 1),
    fee: { sum: sumText(fee.sum), clause: fee.clause },
    claim: claim && { number: claim.number, on: dayText(claim.on) },
    statement: content.statement.map(({ on, what, amount, balance }) => ({
      ...{ on: dayText(on), what },
      ...{ amount: sumText(amount), balance: sumText(balance) },
    })),
    leftOut: leftOut.map(
      ({ period, why, sum }) =>
        `Не предъявляется: ${monthName(parsePeriod(period))}, ${sumText(sum)} руб. – ${why === 'time-barred' ? 'истёк срок исковой давности' : 'плательщиком было другое лицо'}.`,
    ),
  };
}

function debtorView({ people, share, principal, penalty }: CourtDebtor) {
  return {
    names: people.map(({ name }) => name).join(', ') + (people.length > 1 ? ' – солидарно' : ''),
    share: share ?? '—',
    ...{ principal: sumText(principal), penalty: sumText(penalty) },
    total: sumText(Money.parse(principal).plus(Money.parse(penalty)).toString()),
    people: people.map((person) => ({ title: 'Должник', name: person.name, facts: factsOf(person) })),
  };
}

/** What the court is to know of a debtor; of a person, what is not known is told so (ГПК РФ, ст. 124). */
function factsOf({ kind, birthDate, address, snils, inn }: CourtPerson): string[] {
  if (kind === 'firm') return [address, `ИНН ${inn ?? 'неизвестен'}`];
  const number = snils ? `СНИЛС ${snils}` : inn ? `ИНН ${inn}` : 'идентификатор неизвестен';
  return [
    `место жительства: ${address}`,
    `дата рождения: ${birthDate ? dayText(birthDate) : 'неизвестна'}, место рождения: неизвестно`,
    number,
  ];
}
