import { count, Decimal, Money } from '@dvor/kernel';
import type { Volume } from '../volume.js';
import type { Explanation, ExplanationStep } from '../working/explanation.js';
import { daysOf, figure, monthOf, roubles } from '../working/russian-figures.js';
import { coldMinutes, evaluateReduction, percentOf } from './evaluate-reduction.js';
import { MINUTES_AN_HOUR } from './local-minute.js';
import type { QualityService } from './quality-law.js';
import type {
  ColdTariffPart,
  FreeDaysPart,
  HourlyPart,
  OutagePart,
  QualityPart,
  QualityWorking,
  TemperaturePart,
} from './quality-working.js';

/** Explains a reduction from its working alone: what was wrong, for how long, and what it takes off. */
export function explainReduction(working: QualityWorking): Explanation {
  const { percent, amount } = evaluateReduction(working);
  const told = working.parts.map((part) => tell(part, working));
  return {
    sentence: [...told.map(({ sentence }) => sentence), total(working, amount)].join(' '),
    steps: [
      ...told.flatMap(({ steps }) => steps),
      step(`Плата за ${monthOf(working.period)}`, roubles(Money.parse(working.fee))),
      step('Снижение, но не больше 100 %', percentText(percent)),
      step('Итого снижено, с округлением до копейки', roubles(amount)),
    ],
    clause: [...new Set(working.parts.map(({ clause }) => clause))].join('; '),
  };
}

interface Told {
  readonly sentence: string;
  readonly steps: readonly ExplanationStep[];
}

function total({ period }: QualityWorking, amount: Money): string {
  return amount.isZero
    ? `Плату за ${monthOf(period)} это не снижает.`
    : `Всего плата за ${monthOf(period)} снижена на ${roubles(amount)}.`;
}

function tell(part: QualityPart, working: QualityWorking): Told {
  const { service } = working;
  const off = percentText(percentOf(part, working.partHours));
  switch (part.kind) {
    case 'outage':
      return outage(part, { service, off });
    case 'temperature':
      return temperature(part, { service, off });
    case 'pressure':
    case 'voltage':
      return hourly(part, off);
    case 'free-days':
      return {
        sentence: `${freeDays(part, service)}: за такие дни платы нет, это ${off}.`,
        steps: [step('Дней без платы из дней месяца', `${part.days} из ${part.of}`), step('Снижение за эти дни', off)],
      };
    case 'cold-tariff':
      return coldTariff(part, working);
  }
}

const ABSENT: Readonly<Record<QualityService, string>> = {
  'cold-water': 'Холодной воды не было',
  'hot-water': 'Горячей воды не было',
  sewage: 'Водоотведение не работало',
  electricity: 'Электричества не было',
  gas: 'Газа не было',
  heating: 'Отопления не было',
  waste: 'Мусор не вывозили',
};

function freeDays({ why, days, of }: FreeDaysPart, service: QualityService): string {
  const time = `${daysOf(days)} из ${of}`;
  if (why === 'pressure') return `Давление ${time} отличалось от нормы больше чем на 25 %`;
  return service === 'gas' ? `Газ ${time} не отвечал требованиям` : `Вода ${time} не отвечала санитарным нормам`;
}

interface Shown {
  readonly service: QualityService;
  /** The percent that the part takes off. */
  readonly off: string;
}

function outage(part: OutagePart, { service, off }: Shown): Told {
  const { minutes, allowedHours, percent, perHours } = part;
  const unit = perHours === 1 ? 'час' : `полные ${perHours} ч`;
  const lasted = `${ABSENT[service]} ${timeOf(minutes)} за месяц, ${hoursOf(allowedHours)} из них допустимы`;
  const rule = `${figure(percent)} % за каждый ${unit}`.replace('каждый полные', 'каждые полные');
  return {
    sentence:
      minutes <= allowedHours * MINUTES_AN_HOUR
        ? `${ABSENT[service]} ${timeOf(minutes)} за месяц, допустимы ${hoursOf(allowedHours)}.`
        : `${lasted}. За остальное — ${rule}, всего ${off}.`,
    steps: [
      step('Перерывы за месяц', timeOf(minutes)),
      step('Допустимо за месяц', hoursOf(allowedHours)),
      step(`Снижение, ${rule} сверх допустимого`, off),
    ],
  };
}

function temperature({ percent, step: degrees, off: steps }: TemperaturePart, { service, off }: Shown): Told {
  const what = service === 'heating' ? 'Температура в комнате' : 'Температура горячей воды';
  const each = degrees === 1 ? 'градус' : `${degrees} градуса`;
  const rule = `${figure(percent)} % за час и ${degrees === 1 ? 'каждый' : 'каждые'} ${each}`;
  return {
    sentence:
      steps.length === 0
        ? `${what} отличалась от нормы не больше, чем допустимо.`
        : `${what} отличалась от нормы: ${rule}, всего ${off}.`,
    steps: [
      ...steps.map(([n, minutes]) => step(`Отклонение сверх допустимого на ${n * degrees} °C`, timeOf(minutes))),
      step(`Снижение, ${rule}`, off),
    ],
  };
}

function hourly({ kind, minutes, percent }: HourlyPart, off: string): Told {
  const what = kind === 'pressure' ? 'Давление отличалось от нормы' : 'Напряжение отличалось от нормы';
  const rule = `${figure(percent)} % за каждый час`;
  return {
    sentence: `${what} ${timeOf(minutes)} за месяц: ${rule}, всего ${off}.`,
    steps: [step(what, timeOf(minutes)), step(`Снижение, ${rule}`, off)],
  };
}

function coldTariff(part: ColdTariffPart, { partHours }: QualityWorking): Told {
  const time = timeOf(coldMinutes(part, partHours));
  const known = part.coldFee !== undefined;
  return {
    sentence: known
      ? `Вода ниже 40 °C шла ${time}: за это время она оплачена по тарифу холодной.`
      : `Вода ниже 40 °C шла ${time}: за это время она оплачивается по тарифу холодной, отдельным перерасчётом.`,
    steps: [
      step('Вода ниже 40 °C, по тарифу холодной', time),
      ...(known ? [step('Плата за месяц по тарифу холодной воды', roubles(Money.parse(part.coldFee)))] : []),
    ],
  };
}

// --------------------------------------------------------------------------------------------------- small words

/** `17 ч`, `2 ч 30 мин`. */
export function timeOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR];
  if (rest === 0) return hoursOf(hours);
  return hours === 0 ? `${rest} мин` : `${hoursOf(hours)} ${rest} мин`;
}

export function hoursOf(hours: number): string {
  return `${figure(count(hours).toFixed(0))} ч`;
}

/** Rounded for the eye only. */
function percentText(percent: Volume): string {
  return `${figure(percent.toDecimal().round(4, Decimal.roundHalfUp).toString())} %`;
}

function step(label: string, figure: string): ExplanationStep {
  return { label, figure };
}
