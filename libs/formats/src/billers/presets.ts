import type { BillerProtocol, BillerSettings } from './biller.js';

export type ChannelKind =
  'bank' | 'post' | 'agent' | 'terminals' | 'wallet' | 'cards' | 'sbp' | 'aggregator' | 'city-system' | 'state' | 'own';

/**
 * How the money is heard of: asked and told online in a biller's dialect; by a card acquirer's or СБП's payment and its
 * webhook; by a registry file; by the bank statement alone; at our own cash desk.
 */
export type ChannelProtocol = BillerProtocol | 'acquiring' | 'sbp' | 'registry' | 'statement' | 'notices' | 'cash-desk';

/** Roubles as text: presets are data. */
export interface ChannelLimits {
  readonly least: string;
  readonly most: string | null;
}

export interface ChannelPreset {
  readonly code: string;
  /** As the accountant reads it. */
  readonly name: string;
  readonly kind: ChannelKind;
  readonly protocol: ChannelProtocol;
  /** What speaks for the channel; `null` is not built, and such a channel can't be switched on. */
  readonly adapter: BillerProtocol | null;
  readonly settings: BillerSettings;
  /** What no preset can know: asked for before the channel is switched on. */
  readonly needs: readonly (keyof BillerSettings)[];
  readonly limits: ChannelLimits;
  /** Who customarily pays the fee; its size stands in the contract. */
  readonly feePaidBy: 'payer' | 'organisation' | 'contract';
  /** After how many seconds without an answer the agent hangs up; `null` where nobody waits. */
  readonly answerSeconds: number | null;
  /** What a payment told twice is answered by; `null` where nothing is answered. */
  readonly repeat: 'same-answer' | 'code-8' | null;
  /** The zone in which the agent tells moments without one; `null`: the organisation's own. */
  readonly zone: string | null;
  /** What to know before it is switched on. */
  readonly note: string;
}

export function isBuilt(preset: ChannelPreset): boolean {
  return preset.adapter !== null;
}

export function channelPreset(code: string): ChannelPreset | undefined {
  return CHANNEL_PRESETS.find((preset) => preset.code === code);
}

const MOSCOW = 'Europe/Moscow';
const ANY_SUM: ChannelLimits = { least: '1.00', most: null };
/** What agents customarily take in cash from a payer who shows no paper. */
const CASH: ChannelLimits = { least: '1.00', most: '15000.00' };

type Own = Pick<ChannelPreset, 'code' | 'name' | 'kind' | 'note'> & Partial<ChannelPreset>;

/** A channel that asks about accounts and tells of payments online. */
function online(adapter: BillerProtocol, own: Own): ChannelPreset {
  return {
    protocol: adapter,
    adapter,
    settings: {},
    needs: [],
    limits: ANY_SUM,
    feePaidBy: 'contract',
    answerSeconds: 60,
    repeat: 'same-answer',
    zone: MOSCOW,
    ...own,
  };
}

/** Sberbank hangs up after seven seconds and lives by Moscow time. */
function sber(adapter: BillerProtocol, own: Own): ChannelPreset {
  return online(adapter, { answerSeconds: 7, repeat: adapter === 'sber-action' ? 'code-8' : 'same-answer', ...own });
}

/** A channel whose road is not an online check, and whose adapter is not built. */
function notBuilt(protocol: ChannelProtocol, own: Own): ChannelPreset {
  return {
    protocol,
    adapter: null,
    settings: {},
    needs: [],
    limits: ANY_SUM,
    feePaidBy: 'contract',
    answerSeconds: null,
    repeat: null,
    zone: null,
    ...own,
  };
}

/** Every channel that the product has a name for. Another bank, agent or city is another channel of the same preset. */
export const CHANNEL_PRESETS: readonly ChannelPreset[] = [
  sber('sber-action', {
    code: 'sber-online',
    name: 'Сбербанк Онлайн, протокол 1',
    kind: 'bank',
    note: 'Адреса банка — 194.186.207.0/24 и 194.54.14.0/24; при регистрации платежа возможен вход по логину и паролю или взаимный TLS.',
  }),
  sber('sber-command', {
    code: 'sber-online-2',
    name: 'Сбербанк Онлайн, протокол 2',
    kind: 'bank',
    note: 'Запросы как в ОСМП. Имена полей ответа банк настраивает в сценарии: передаются оба набора.',
  }),
  sber('sber-signed', {
    code: 'sber-online-signed',
    name: 'Сбербанк Онлайн, протокол 2 с подписью',
    kind: 'bank',
    needs: ['secret'],
    note: 'Каждый запрос несёт hash: md5 параметров и секретного слова.',
  }),
  sber('sber-action', {
    code: 'sber-offices',
    name: 'Сбербанк: устройства и отделения',
    kind: 'bank',
    note: 'Тот же протокол 1 или QR квитанции; лицевой счёт находится по номеру из сохранённых услуг.',
  }),
  notBuilt('registry', {
    code: 'sber-registry',
    name: 'Сбербанк: реестры',
    kind: 'bank',
    note: 'Реестр начислений 14-1 и реестр принятых платежей: состав колонок задаёт договор.',
  }),
  notBuilt('acquiring', {
    code: 'sberpay',
    name: 'SberPay',
    kind: 'bank',
    note: 'Интернет-эквайринг.',
  }),
  online('osmp', {
    code: 'bank-machines',
    name: 'Банкоматы другого банка',
    kind: 'bank',
    note: 'По каналу на банк; если банк не работает по ОСМП, остаётся QR квитанции.',
  }),
  online('osmp', {
    code: 'qiwi',
    name: 'QIWI / ОСМП',
    kind: 'terminals',
    settings: { getInfo: true },
    limits: CASH,
    feePaidBy: 'payer',
    note: 'Протокол, на котором говорит большинство агентов. В его описании сети 79.142.16.0/20 и 91.232.230.0/23; проверка с нулевой суммой и номером 0 — проба связи.',
  }),
  online('osmp', {
    code: 'terminals',
    name: 'Сеть терминалов',
    kind: 'terminals',
    limits: CASH,
    feePaidBy: 'payer',
    note: 'По каналу на сеть: свой код агента и свои пределы. Ежедневный реестр сети не сделан.',
  }),
  online('cyberplat', {
    code: 'cyberplat',
    name: 'КиберПлат',
    kind: 'terminals',
    limits: CASH,
    feePaidBy: 'payer',
    note: 'Сообщения без подписи: нужен закрытый канал или список адресов. Подписанный вариант не сделан.',
  }),
  notBuilt('registry', {
    code: 'post',
    name: 'Почта России',
    kind: 'post',
    feePaidBy: 'payer',
    note: 'Ежедневный реестр DBF или CSV в cp866 или cp1251; общего стандарта нет, нужен профиль.',
  }),
  online('osmp', {
    code: 'ncc',
    name: 'НКЦ',
    kind: 'aggregator',
    note: 'Включать после успешного пробного обмена с НКЦ.',
  }),
  notBuilt('registry', {
    code: 'mts',
    name: 'МТС: мобильная коммерция, МТС Банк',
    kind: 'wallet',
    feePaidBy: 'payer',
    note: 'Протокол REST или реестр — по договору; у оператора свои пределы сумм.',
  }),
  online('osmp', {
    code: 'agent-svyaznoy',
    name: 'Касса агента типа «Связной»',
    kind: 'agent',
    limits: CASH,
    feePaidBy: 'payer',
    note: 'Платёжный агент по 103-ФЗ: деньги приходят со специального счёта. Ежедневный реестр не сделан.',
  }),
  online('osmp', {
    code: 'agent-euroset',
    name: 'Касса агента типа «Евросеть»',
    kind: 'agent',
    limits: CASH,
    feePaidBy: 'payer',
    note: 'То же, со своими кодом агента и комиссией.',
  }),
  online('osmp', {
    code: 'alfa-click',
    name: 'Альфа-Клик (Альфа-Банк)',
    kind: 'bank',
    note: 'Проверка и платёж онлайн; реестр банка — отдельно, он не сделан.',
  }),
  online('osmp', {
    code: 'psb',
    name: 'ПСБ (PSB-Retail)',
    kind: 'bank',
    note: 'Проверка и платёж онлайн; счёт из кабинета, открывающийся в банке, не сделан.',
  }),
  notBuilt('statement', {
    code: 'internet-bank',
    name: 'Любой интернет-банк по QR квитанции',
    kind: 'bank',
    feePaidBy: 'payer',
    note: 'QR по ГОСТ Р 56042 печатается на каждой квитанции; деньги приходят выпиской банка.',
  }),
  notBuilt('acquiring', {
    code: 'card',
    name: 'Банковская карта в кабинете',
    kind: 'cards',
    note: 'Эквайринг с переходом на страницу банка.',
  }),
  notBuilt('acquiring', {
    code: 'mir',
    name: 'Мир',
    kind: 'cards',
    note: 'Карты платёжной системы «Мир».',
  }),
  notBuilt('acquiring', {
    code: 'visa',
    name: 'Visa',
    kind: 'cards',
    note: 'Только карты, выпущенные в России.',
  }),
  notBuilt('acquiring', {
    code: 'mastercard',
    name: 'Mastercard',
    kind: 'cards',
    note: 'Только карты, выпущенные в России.',
  }),
  notBuilt('sbp', {
    code: 'sbp',
    name: 'СБП',
    kind: 'sbp',
    feePaidBy: 'organisation',
    note: 'Статический и динамический QR, ссылка, подписка.',
  }),
  notBuilt('acquiring', {
    code: 'yookassa',
    name: 'ЮKassa',
    kind: 'aggregator',
    feePaidBy: 'organisation',
    note: 'REST v3.',
  }),
  notBuilt('acquiring', {
    code: 'yoomoney',
    name: 'ЮMoney',
    kind: 'wallet',
    note: 'Кошелёк, бывшие Яндекс.Деньги; через ЮKassa.',
  }),
  notBuilt('acquiring', {
    code: 'webmoney',
    name: 'WebMoney',
    kind: 'wallet',
    feePaidBy: 'payer',
    note: 'Только рубли.',
  }),
  notBuilt('acquiring', {
    code: 'wallet',
    name: 'Другой электронный кошелёк',
    kind: 'wallet',
    feePaidBy: 'payer',
    note: 'Через ЮKassa или адаптер кошельков.',
  }),
  notBuilt('notices', {
    code: 'gis',
    name: 'ГИС ЖКХ, Госуслуги Дом',
    kind: 'state',
    note: 'Извещения о платежах и их квитирование.',
  }),
  notBuilt('statement', {
    code: 'statement',
    name: 'Выписка банка',
    kind: 'bank',
    note: 'Файл 1CClientBankExchange или API банка.',
  }),
  notBuilt('statement', {
    code: 'requisites',
    name: 'Перевод по реквизитам, почтовый перевод',
    kind: 'bank',
    feePaidBy: 'payer',
    note: 'Назначение набрано рукой: счёт и период надо найти в тексте.',
  }),
  notBuilt('registry', {
    code: 'registry',
    name: 'Реестр любого банка',
    kind: 'bank',
    note: 'Профиль колонок, кодировки, итогов и имени файла.',
  }),
  online('gorod', {
    code: 'gorod',
    name: 'Система «Город»',
    kind: 'city-system',
    zone: null,
    needs: ['login', 'password', 'sumIn'],
    note: 'Сумма по описанию банка — в копейках: сверьте с договором своего города, прежде чем включить.',
  }),
  online('my-services', {
    code: 'my-services',
    name: '«Мои услуги» (тип kvartplata.ru)',
    kind: 'aggregator',
    settings: { schemaVersion: '1', transactions: 'any' },
    repeat: 'code-8',
    zone: null,
    note: 'Протокол наш, JSON: открытого протокола таких порталов нет. Поменялись поля формы — поднимите её версию.',
  }),
  notBuilt('cash-desk', {
    code: 'cash-desk',
    name: 'Собственная касса',
    kind: 'own',
    feePaidBy: 'organisation',
    note: 'Кассовая техника, смены и чеки.',
  }),
];
