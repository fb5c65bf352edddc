import {
  type AccountId,
  addMonths,
  formatPeriod,
  Money,
  parsePeriod,
  type ServiceId,
  type SupplierId,
} from '@dvor/kernel';
import { type Ledger, type PostingKind } from '@dvor/ledger';
import type { Tx } from '@dvor/platform';
import type { RowProblem } from '../reading/problems.js';
import { plainHeading } from '../reading/recognise-columns.js';
import { loadAccounts } from './books.js';
import { type KindOfImport, type Load, type Made, sayTwice, type StagedRow, Verdicts } from './kind.js';
import { field, NUMBER } from './place-fields.js';

/** What accounts owed where they were kept before. Positive is a debt, negative an advance. */
export function openingBalancesImport(ledger: Ledger): KindOfImport {
  return {
    kind: 'opening-balances',
    title: 'Входящее сальдо',
    fields: [
      NUMBER,
      field('amount', 'money', 'Сальдо', 'Balance', '1234,50', [
        'Входящее сальдо',
        'Сальдо на начало',
        'Начальное сальдо',
        'Долг',
        'Задолженность',
        'Остаток',
        'Сумма',
        'Сумма долга',
        'SALDO',
        'SUMMA',
        'DOLG',
      ]),
      field('penalty', 'money', 'Пени', 'Penalty', '0', ['Пеня', 'Сальдо пени', 'Долг по пени', 'PENI']),
      field('service', 'text', 'Услуга', 'Service', 'Содержание жилья', [
        'Вид услуги',
        'Наименование услуги',
        'Код услуги',
      ]),
      field('supplier', 'text', 'Поставщик', 'Supplier', '', ['Получатель', 'Исполнитель', 'ИНН поставщика']),
      field('origin', 'month', 'Месяц', 'Month', '10.2026', ['Период', 'Месяц долга', 'Период начисления']),
    ],
    needed: [['number'], ['amount', 'penalty']],
    identify: ({ number, service = '', supplier = '', origin = '' }) =>
      number ? { key: [number, plainHeading(service), plainHeading(supplier), origin].join('|'), place: number } : null,
    twice: sayTwice,
    judge: (tx, rows, load) => judgeBalances(tx, rows, load, ledger),
  };
}

interface Balance {
  readonly line: number;
  readonly accountId: AccountId;
  readonly serviceId: ServiceId;
  readonly recipientId: SupplierId;
  readonly origin: string;
  readonly amounts: Readonly<Record<Exclude<PostingKind, 'interest'>, Money>>;
}

async function judgeBalances(tx: Tx, rows: readonly StagedRow[], load: Load, ledger: Ledger) {
  const told = new Verdicts(rows);
  const numbers = [...new Set(rows.map(({ place }) => place))];
  const accounts = await loadAccounts(tx, numbers, load.from);
  const catalogue = await loadCatalogue(tx);
  const balances: Balance[] = [];
  for (const { line, content } of rows) {
    if (told.isBad(line)) continue;
    const account = accounts.get(content.number!);
    if (!account) {
      told.refuse(line, 'account.unknown', {
        field: 'number',
        value: content.number!,
        details: { number: content.number! },
      });
      continue;
    }
    const serviceId = pick(content.service, catalogue.services, load.settings.serviceId);
    const recipientId = pick(content.supplier, catalogue.suppliers, load.settings.supplierId);
    if (serviceId === undefined) told.refuse(line, 'service.unknown', { field: 'service', value: content.service! });
    else if (recipientId === undefined)
      told.refuse(line, 'supplier.unknown', { field: 'supplier', value: content.supplier! });
    else if (!serviceId || !recipientId) told.refuse(line, 'balance.no-service', { field: 'service' });
    else
      balances.push({
        ...{ line, accountId: account.id, serviceId, recipientId },
        origin: content.origin ?? formatPeriod(addMonths(load.openMonth, -1)),
        amounts: { charge: Money.parse(content.amount ?? '0'), penalty: Money.parse(content.penalty ?? '0') },
      });
  }
  await compareWithBooks(tx, balances, told);
  return {
    verdicts: told.verdicts,
    problems: told.problems as readonly RowProblem[],
    write: (inTx: Tx) =>
      postBalances(
        inTx,
        balances.filter(({ line }) => told.verdicts.get(line) === 'new'),
        load,
        ledger,
      ),
  };
}

/** `null`: nothing told; `undefined`: told, and not there. */
function pick<Id>(
  text: string | undefined,
  known: ReadonlyMap<string, Id>,
  otherwise: Id | undefined,
): Id | null | undefined {
  return text === undefined ? (otherwise ?? null) : known.get(plainHeading(text));
}

async function loadCatalogue(tx: Tx) {
  const services = await tx.query<{ id: ServiceId; code: string; name: string }[]>(
    'select id, code, name from services',
  );
  const suppliers = await tx.query<{ id: SupplierId; name: string; inn: string }[]>(
    'select id, name, inn from suppliers',
  );
  return {
    services: new Map(
      services.flatMap(({ id, code, name }) => [code, name].map((text) => [plainHeading(text), id] as const)),
    ),
    suppliers: new Map(
      suppliers.flatMap(({ id, name, inn }) => [name, inn].map((text) => [plainHeading(text), id] as const)),
    ),
  };
}

/** What opening entries have brought so far, reversals counted: equal is the same, anything else but nothing is another. */
async function compareWithBooks(tx: Tx, balances: readonly Balance[], told: Verdicts): Promise<void> {
  const known = await tx.query<{ key: string; charge: string; penalty: string }[]>(
    `select p.account_id || '|' || p.service_id || '|' || p.recipient_id || '|' || to_char(p.origin, 'YYYY-MM') as key,
            coalesce(sum(p.amount) filter (where p.kind = 'charge'), 0) as charge,
            coalesce(sum(p.amount) filter (where p.kind = 'penalty'), 0) as penalty
       from ledger_postings p join ledger_entries e on e.id = p.entry_id
      where p.account_id = any ($1) and p.ledger_account = 'receivable' and e.kind = 'opening'
      group by 1`,
    [[...new Set(balances.map(({ accountId }) => accountId))]],
  );
  const byKey = new Map(known.map((row) => [row.key, row]));
  for (const { line, accountId, serviceId, recipientId, origin, amounts } of balances) {
    const row = byKey.get([accountId, serviceId, recipientId, origin].join('|'));
    const charge = Money.ofKopecks(row?.charge ?? '0');
    const penalty = Money.ofKopecks(row?.penalty ?? '0');
    if (charge.equals(amounts.charge) && penalty.equals(amounts.penalty)) told.set(line, 'same');
    else if (charge.isZero && penalty.isZero) told.set(line, 'new');
    else
      told.refuse(line, 'balance.other', {
        field: 'amount',
        value: amounts.charge.toString(),
        details: { known: charge.plus(penalty).toString() },
      });
  }
}

async function postBalances(
  tx: Tx,
  balances: readonly Balance[],
  load: Load,
  ledger: Ledger,
): Promise<ReadonlyMap<number, Made>> {
  const made = new Map<number, Made>();
  const postings = balances.flatMap((balance) => {
    const key = `import-${load.id}-${balance.line}`;
    made.set(balance.line, { entry: key });
    return (['charge', 'penalty'] as const)
      .filter((kind) => !balance.amounts[kind].isZero)
      .flatMap((kind) => {
        const { accountId: account_id, serviceId: service_id, recipientId: recipient_id, origin } = balance;
        const common = { key, service_id, recipient_id, origin: `${formatPeriod(parsePeriod(origin))}-01`, kind };
        const amount = balance.amounts[kind];
        return [
          { ...common, ledger_account: 'receivable', account_id, amount: amount.kopecks.toString() },
          { ...common, ledger_account: 'opening-balance', account_id: null, amount: (-amount.kopecks).toString() },
        ];
      });
  });
  if (postings.length === 0) return made;
  await ledger.postFrom(
    tx,
    {
      kind: 'opening',
      period: load.openMonth,
      bookedOn: load.today,
      reason: load.recording.reason,
      by: load.recording.by,
    },
    {
      sql: `select key, ledger_account, account_id, recipient_id, service_id, origin, kind, amount
              from jsonb_to_recordset($1) as row (key text, ledger_account text, account_id bigint, recipient_id bigint,
                                                  service_id bigint, origin date, kind text, amount bigint)`,
      parameters: [JSON.stringify(postings)],
    },
  );
  return made;
}
