import { assertNever, decimal } from '@dvor/kernel';
import { figure, personsOf, rateOf, shownDecimals, unitName } from '../working/russian-figures.js';
import type { Cause } from './difference.js';

/** A cause in plain Russian, without its sum: «Тариф вырос с 5 июля: 36,47 → 39,02 ₽ за м³». */
export function tellCause(cause: Cause): string {
  const more = cause.amount.isNegative ? -1 : 1;
  switch (cause.reason) {
    case 'begun':
      return 'Услугу начали начислять';
    case 'ended':
      return 'Услугу больше не начисляют';
    case 'season':
      return cause.was
        ? fromTo('Месяцев отопления в году', cause)
        : more > 0
          ? 'Начался отопительный сезон'
          : 'Отопительный сезон закончился';
    case 'method':
      return method(cause);
    case 'tariff':
      return tariff(cause);
    case 'norm':
      return fromTo('Норматив', cause);
    case 'factor':
      return cause.was ? fromTo('Надбавка за то, что нет счётчика', cause, '×') : 'Надбавка за то, что нет счётчика';
    case 'area':
      return fromTo('Площадь или доля', cause);
    case 'persons':
      return fromTo('Проживают', cause);
    case 'house':
      return fromTo('Расход всего дома', cause);
    case 'volume':
      return fromTo(cause.unit === 'unit' ? 'Количество' : 'Расход', cause);
    case 'settlement':
      return 'Показания после месяцев, посчитанных без них';
    case 'absence':
      return 'Дни, когда вас не было';
    case 'benefit':
      return 'Льгота';
    case 'quality':
      return 'Перерывы и качество услуги';
    case 'correction':
      return correction(cause);
    case 'act':
      return 'Начисление по акту о вмешательстве в счётчик';
    case 'one-off':
      return 'Разовые работы';
    case 'days':
      return 'Начислено за другое число дней';
    case 'rounding':
      return 'Округление';
    case 'parked':
      return 'Не посчитано: отложено до исправления данных';
    default:
      return assertNever(cause.reason);
  }
}

function tariff({ was, became, unit, since, amount }: Cause): string {
  const rises = was !== undefined && became !== undefined ? decimal(became).gt(decimal(was)) : !amount.isNegative;
  const day = since ? ` с ${dayInWords(since)}` : '';
  const rates =
    was !== undefined && became !== undefined
      ? `: ${rateOf(was)} → ${rateOf(became)}${unit ? ` за ${unitName(unit)}` : ''}`
      : '';
  return `Тариф ${rises ? 'вырос' : 'снизился'}${day}${rates}`;
}

function method({ was, became }: Cause): string {
  const [before, after] = [METHODS[was ?? ''], METHODS[became ?? '']];
  return before && after && before !== after ? `Считаем ${after}, а не ${before}` : 'Изменился способ расчёта';
}

const METHODS: Readonly<Record<string, string>> = {
  meter: 'по счётчику',
  average: 'по среднему',
  norm: 'по нормативу',
  given: 'по переданному объёму',
  area: 'по площади',
  person: 'по числу жильцов',
  flat: 'с квартиры',
  tier: 'по диапазонам',
  'heating-norm': 'по нормативу',
  'heating-house': 'по счётчику дома',
  'waste-person': 'по числу жильцов',
  'waste-area': 'по площади',
};

function correction({ periods = [] }: Cause): string {
  if (periods.length === 0) return 'Пересчитали прошлые месяцы';
  const [first, last] = [periods[0]!, periods.at(-1)!];
  return `Пересчитали за ${first === last ? monthInWords(first) : `${monthInWords(first)} – ${monthInWords(last)}`}`;
}

function fromTo(what: string, { was, became, unit }: Cause, sign = ''): string {
  if (was === undefined || became === undefined) return what;
  const shown = (value: string) => `${sign}${shownFigure(value, unit)}`;
  const name = unit && unit !== 'person' && unit !== 'unit' ? ` ${unitName(unit)}` : '';
  return `${what}: ${shown(was)} → ${shown(became)}${name}`;
}

function shownFigure(value: string, unit: string | undefined): string {
  if (value.includes('*') || value.includes('/')) return figure(value);
  if (unit === 'person' && /^\d+$/.test(value)) return personsOf(Number(value));
  return figure(
    decimal(value)
      .round(unit ? shownDecimals(unit) : NORM_DECIMALS)
      .toString(),
  );
}

const NORM_DECIMALS = 6;

const MONTHS = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
];

/** `5 июля` */
function dayInWords(iso: string): string {
  const [, month, day] = iso.split('-') as [string, string, string];
  return `${Number(day)} ${MONTHS[Number(month) - 1]}`;
}

const MONTHS_ITSELF = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** `август 2026` */
function monthInWords(iso: string): string {
  const [year, month] = iso.split('-') as [string, string];
  return `${MONTHS_ITSELF[Number(month) - 1]} ${year}`;
}
