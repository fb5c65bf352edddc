import type { BillerProtocol } from './biller.js';
import { CHANNEL_PRESETS, type ChannelKind, type ChannelPreset, type ChannelProtocol } from './presets.js';
import { type Trial, TRIALS, type Tried } from './trials.js';

/** The public table of `docs/payment-channels.md`: channel × protocol × how the protocol came through its trials. */
export function channelTable(tried: Readonly<Record<BillerProtocol, Tried>>): string {
  const built = CHANNEL_PRESETS.filter(({ adapter }) => adapter !== null).length;
  return `# Каналы оплаты

Канал — это протокол и настройка: другой банк, агент или город добавляется настройкой, без кода. Всего каналов в списке ${CHANNEL_PRESETS.length}, готов протокол у ${built}; остальные названы, но не сделаны, и включить их нельзя.

Таблица собрана из списка каналов и пробных обменов: \`node scripts/write-payment-channels.mjs\`. Если она разошлась с ними, проверки не проходят. Пробы говорят о протоколе; с самим банком или агентом каждый канал ещё проходит пробный обмен.

${table(
  ['код', 'канал', 'вид', 'протокол', 'состояние', 'ждут ответа', 'повтор платежа', 'примечание'],
  CHANNEL_PRESETS.map((preset) => cells(preset, tried)),
)}

## Пробные обмены

${table(
  ['протокол', 'каналов', ...TRIALS.map((trial) => NAMES[trial])],
  Object.entries(tried).map(([protocol, trials]) => [
    PROTOCOLS[protocol as BillerProtocol],
    String(CHANNEL_PRESETS.filter(({ adapter }) => adapter === protocol).length),
    ...TRIALS.map((trial) => OUTCOMES[trials[trial]]),
  ]),
)}
`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n');
}

function cells(preset: ChannelPreset, tried: Readonly<Record<BillerProtocol, Tried>>): string[] {
  const { code, name, kind, protocol, adapter, answerSeconds, repeat, note } = preset;
  const waits = answerSeconds === null ? '—' : `${answerSeconds} с`;
  const state = adapter === null ? 'не сделан' : stateOf(tried[adapter]);
  return [`\`${code}\``, name, KINDS[kind], PROTOCOLS[protocol], state, waits, REPEATS[repeat ?? 'none'], note];
}

function stateOf(trials: Tried): string {
  const outcomes = Object.values(trials).filter((outcome) => outcome !== 'absent');
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  return `готов, проб ${passed} из ${outcomes.length}`;
}

const NAMES: Readonly<Record<Trial, string>> = {
  check: 'проверка счёта',
  payment: 'платёж',
  repeat: 'повтор',
  'unknown-account': 'неизвестный счёт',
  'wrong-sum': 'неверная сумма',
  'wrong-date': 'неверная дата',
  'our-fault': 'сбой у нас: «повторите»',
};

const OUTCOMES: Readonly<Record<Tried[Trial], string>> = { passed: 'да', failed: 'НЕТ', absent: '—' };

const KINDS: Readonly<Record<ChannelKind, string>> = {
  bank: 'банк',
  post: 'почта',
  agent: 'платёжный агент',
  terminals: 'терминалы',
  wallet: 'кошелёк',
  cards: 'карты',
  sbp: 'СБП',
  aggregator: 'агрегатор',
  'city-system': 'городская система',
  state: 'государственная система',
  own: 'своя касса',
};

const PROTOCOLS: Readonly<Record<ChannelProtocol, string>> = {
  osmp: 'ОСМП (QIWI)',
  'sber-action': 'Сбербанк, протокол 1 (ACTION)',
  'sber-command': 'Сбербанк, протокол 2 (command)',
  'sber-signed': 'Сбербанк, протокол 2 с подписью',
  cyberplat: 'КиберПлат',
  gorod: '«Город»',
  'my-services': '«Мои услуги», JSON',
  acquiring: 'эквайринг: REST и уведомление',
  sbp: 'СБП',
  registry: 'реестр файлом',
  statement: 'выписка банка',
  notices: 'извещения ГИС ЖКХ',
  'cash-desk': 'касса',
};

const REPEATS: Readonly<Record<'same-answer' | 'code-8' | 'none', string>> = {
  'same-answer': 'тот же ответ',
  'code-8': 'код 8 с первыми данными',
  none: '—',
};
