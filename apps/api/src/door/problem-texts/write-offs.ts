import type { ProblemText } from './problem-text.js';

/** Debts that are forgiven. */
export const WRITE_OFFS_TEXTS = {
  'write-off.not-found': { status: 404, ru: 'Такого списания нет.', en: 'There is no such write-off.' },
  'write-off.nothing': {
    status: 422,
    ru: 'Списывать нечего: на выбранных счетах такого долга нет. Измените отбор, вид долга или месяц.',
    en: 'There is nothing to write off: the accounts chosen have no such debt. Change the filter, the kind or the month.',
  },
  'write-off.over-balance': {
    status: 422,
    ru: 'Списать {asked:money} нельзя: долга всего {owed:money}. Уменьшите сумму.',
    en: 'Can’t write off {asked:money}: only {owed:money} is owed. Lower the sum.',
  },
  'write-off.twice': {
    status: 422,
    ru: 'Один и тот же долг за {period:month} назван дважды. Сложите суммы в одну строку.',
    en: 'The same debt of {period:month} is named twice. Put the sums into one line.',
  },
  'write-off.one-account': {
    status: 422,
    ru: 'Сумму или отдельные долги называют для одного счёта. Выберите один счёт или списывайте целиком.',
    en: 'A sum or single debts are named for one account. Choose one account, or write off all.',
  },
  'write-off.too-many': {
    status: 422,
    ru: 'В отборе {accounts} счетов, одним документом списывают не больше {most}. Сузьте отбор, например по домам.',
    en: 'There are {accounts} accounts in the filter, a paper takes up to {most}. Narrow it, for instance by houses.',
  },
  'write-off.not-waiting': {
    status: 409,
    ru: 'Списание № {number} уже проведено или снято.',
    en: 'Write-off № {number} has been posted or withdrawn already.',
  },
  'write-off.not-posted': {
    status: 409,
    ru: 'Списание № {number} не проведено или уже отменено: отменять нечего.',
    en: 'Write-off № {number} is not posted, or taken back already: there is nothing to take back.',
  },
  'write-off.balance-changed': {
    status: 409,
    ru: 'Долг на счёте {account} за {period:month} изменился: осталось {owed:money}, а списать просили {asked:money}. Снимите это списание и составьте новое.',
    en: 'The debt of account {account} for {period:month} has changed: {owed:money} is left, {asked:money} was to be written off. Withdraw this write-off and make out another.',
  },
} as const satisfies Record<string, ProblemText>;
