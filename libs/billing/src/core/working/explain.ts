import { assertNever, count, decimal, type Decimal } from '@dvor/kernel';
import { Volume } from '../volume.js';
import { evaluate, volumeOf as exactVolume } from './evaluate.js';
import { dayOf, daysOf, figure, monthOf, personsOf, rateOf, roubles, unitName, volumeOf } from './russian-figures.js';
import type {
  AbsenceWorking,
  AreaWorking,
  AverageOfMeter,
  ExcessWorking,
  MeterWorking,
  NormParts,
  NormWorking,
  PersonWorking,
  ReadingPair,
  Share,
  SewageWorking,
  WasteAreaAbsenceWorking,
  WasteAreaWorking,
  WastePersonWorking,
  WhyNorm,
  Working,
} from './working.js';

/** A line in the resident's words and the figures it was made of. */
export interface Explanation {
  /** One or two sentences in plain Russian. */
  readonly sentence: string;
  /** From what was known to the sum, in the order of calculation. */
  readonly steps: readonly ExplanationStep[];
  /** Act and clause. */
  readonly clause: string;
}

export interface ExplanationStep {
  readonly label: string;
  readonly figure: string;
}

/** Explains a line from its working alone, for the screen: what, how and on what ground. */
export function explain(working: Working): Explanation {
  const told = tell(working);
  const amount = roubles(evaluate(working));
  const steps = [
    ...told.steps,
    step(rateLabel(working), rateWithUnit(working)),
    step('Итого, с округлением до копейки', amount),
  ];
  return { sentence: told.sentence, steps, clause: working.clause };
}

interface Told {
  readonly sentence: string;
  readonly steps: readonly ExplanationStep[];
}

function tell(working: Working): Told {
  switch (working.formula) {
    case 'area':
      return byArea(working);
    case 'person':
      return byPersons(working);
    case 'flat':
      return {
        sentence: `${rateOf(working.rate)} с помещения за месяц${partOfMonth([working.days, working.of])}.`,
        steps: shareSteps([working.days, working.of]),
      };
    case 'given': {
      const volume = volumeOf(Volume.parse(working.volume).toDecimal(), working.unit);
      return {
        sentence: `${zoneName(working.zone)}Объём за месяц ${volume} по ${rateWithUnit(working)}${partOfMonth(working.share)}.`,
        steps: [step('Объём за месяц', volume), ...shareSteps(working.share)],
      };
    }
    case 'meter':
    case 'average':
      return byMeter(working);
    case 'norm':
      return byNorm(working);
    case 'excess':
      return excess(working);
    case 'sewage':
      return sewage(working);
    case 'waste-person':
      return wasteByPersons(working);
    case 'waste-area':
      return wasteByArea(working);
    case 'absence':
      return absence(working);
    case 'waste-area-absence':
      return wasteAreaAbsence(working);
    case 'sewage-absence':
      return {
        sentence: `Вычли за дни, когда вас не было: ${used(working)} по ${rateWithUnit(working)}.`,
        steps: working.volumes.map(([service, part]) =>
          step(
            `${WATER[service] ?? service}, за дни отсутствия`,
            volumeOf(Volume.parse(part).toDecimal(), working.unit),
          ),
        ),
      };
    default:
      return assertNever(working);
  }
}

// ------------------------------------------------------------------------------------------ by area and persons

function byArea(working: AreaWorking): Told {
  const { area, of } = working;
  const areas = area.map(([value, days]) => `${figure(value)} м²${partOfMonth([days, of])}`);
  return {
    sentence: `За ${areas.join(' и ')} по ${rateWithUnit(working)}.`,
    steps: area.map(([value, days]) => step(withDays('Площадь', days, of), `${figure(value)} м²`)),
  };
}

function byPersons(working: PersonWorking): Told {
  const { persons, of } = working;
  const counts = persons.map(([value, days]) => `${personsOf(Number(value))}${partOfMonth([days, of])}`);
  return {
    sentence: `За ${counts.join(' и ')} по ${rateWithUnit(working)}.`,
    steps: persons.map(([value, days]) => step(withDays('Проживают', days, of), personsOf(Number(value)))),
  };
}

// ---------------------------------------------------------------------------------------------------- by meters

function byMeter(working: MeterWorking): Told {
  const { readings = [], averages = [], estimated = [], share, norm, of = 0, unit } = working;
  const sentence = [
    `${zoneName(working.zone)}${readings.length > 0 ? 'По счётчику' : 'В среднем, потому что показаний нет'}`,
    `: ${used(working)} по ${rateWithUnit(working)}${partOfMonth(share)}.`,
    estimated.length > 0 ? ` Из показаний вычли то, что уже посчитали без них: ${months(estimated)}.` : '',
    ...averages.slice(0, 1).map((average) => (readings.length > 0 ? '' : afterwards(average))),
  ].join('');
  return {
    sentence,
    steps: [
      ...readings.flatMap((pair) => readingSteps(pair, unit)),
      ...averages.flatMap((average) => averageSteps(average, unit)),
      ...estimated.map(([period, volume]) =>
        step(`Уже посчитали за ${monthOf(period)}`, `−${figure(volume)} ${unitName(unit)}`),
      ),
      ...shareSteps(share),
      ...(norm ? normSteps(norm, { of, unit }) : []),
      step('Объём', used(working)),
    ],
  };
}

function afterwards({ k, limit }: AverageOfMeter): string {
  const send = 'Передайте показания — посчитаем по ним.';
  return limit === undefined
    ? ` ${send}`
    : ` Так можно ${limit} месяца подряд, сейчас ${k}-й, потом — по нормативу. ${send}`;
}

function readingSteps(pair: ReadingPair, unit: string): ExplanationStep[] {
  const { from, to, turn, days, of } = pair;
  return [
    step(`${zoneName(pair.zone)}Показание ${dayOf(from[0])}`, figure(from[1])),
    step(`${zoneName(pair.zone)}Показание ${dayOf(to[0])}`, figure(to[1])),
    ...(turn ? [step('Счётчик прошёл через ноль', `+${figure(turn)}`)] : []),
    step('Разница', volumeOf(run(pair), unit)),
    ...(days && of ? shareSteps([days, of]) : []),
  ];
}

function averageSteps(average: AverageOfMeter, unit: string): ExplanationStep[] {
  const { from, to, months, days, of } = average;
  const aMonth = Volume.of(run(average), months).toDecimal();
  return [
    step(`${zoneName(average.zone)}Израсходовано с ${dayOf(from[0])} по ${dayOf(to[0])}`, volumeOf(run(average), unit)),
    step(`В среднем за месяц (${months} мес.)`, volumeOf(aMonth, unit)),
    ...shareSteps([days, of]),
  ];
}

function run({ from, to, turn = '0' }: ReadingPair): Decimal {
  return decimal(to[1]).minus(decimal(from[1])).plus(decimal(turn));
}

function months(estimated: NonNullable<MeterWorking['estimated']>): string {
  return [...new Set(estimated.map(([period]) => monthOf(period)))].join(', ');
}

// ------------------------------------------------------------------------------------------------------ by norm

const BECAUSE: Readonly<Record<WhyNorm, string>> = {
  'no-meter': 'потому что нет счётчика',
  impossible: 'потому что счётчик поставить нельзя (есть акт)',
  unsent: 'потому что показаний нет больше трёх месяцев',
  'no-history': 'потому что показаний нет, а для среднего их ещё мало',
  lapsed: 'потому что срок поверки счётчика вышел или счётчик снят',
};

function byNorm(working: NormWorking): Told {
  return {
    sentence: `По нормативу, ${BECAUSE[working.why]}: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [...normSteps(working.norm, working), step('Объём', used(working))],
  };
}

function excess(working: ExcessWorking): Told {
  const { norm, of, unit, factor } = working;
  const times = figure(decimal(factor).minus(count(1)).toString());
  return {
    sentence: `Надбавка ×${figure(factor)}, ${BECAUSE[working.why]}: к обычной плате по нормативу прибавляется ещё ×${times}.`,
    steps: [...normSteps(norm, { of, unit }), step('Надбавка сверх обычной платы', `×${times}`)],
  };
}

function normSteps(norm: NormParts, { of, unit }: { of: number; unit: string }): ExplanationStep[] {
  return norm.map(([value, persons, days]) =>
    step(
      withDays('Норматив на человека × проживают', days, of),
      `${figure(value)} ${unitName(unit)} × ${personsOf(persons)}`,
    ),
  );
}

// ----------------------------------------------------------------------------------------------- sewage and waste

const WATER: Readonly<Record<string, string>> = {
  'cold-water': 'холодная вода',
  'hot-water': 'горячая вода',
  sewage: 'стоки',
};

function sewage(working: SewageWorking): Told {
  return {
    sentence: `Сколько воды пришло, столько и ушло: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      ...working.volumes.map(([service, part]) =>
        step(WATER[service] ?? service, volumeOf(Volume.parse(part).toDecimal(), working.unit)),
      ),
      step('Объём', used(working)),
    ],
  };
}

function wasteByPersons(working: WastePersonWorking): Told {
  return {
    sentence: `За вывоз мусора по числу проживающих: ${used(working)} за месяц по ${rateWithUnit(working)}.`,
    steps: [
      ...working.norm.map(([norm, persons, days]) =>
        step(
          withDays('Норматив в год × проживают', days, working.of),
          `${figure(norm)} ${unitName(working.unit)} × ${personsOf(persons)}`,
        ),
      ),
      step('Объём за месяц (год ÷ 12)', used(working)),
    ],
  };
}

function wasteByArea(working: WasteAreaWorking): Told {
  return {
    sentence: `За вывоз мусора по площади: ${used(working)} за месяц по ${rateWithUnit(working)}.`,
    steps: [
      ...working.norm.map(([norm, area, days]) =>
        step(
          withDays('Норматив в год × площадь', days, working.of),
          `${figure(norm)} ${unitName(working.unit)} × ${figure(area)} м²`,
        ),
      ),
      step('Объём за месяц (год ÷ 12)', used(working)),
    ],
  };
}

// ------------------------------------------------------------------------------------------------------ absence

function absence(working: AbsenceWorking): Told {
  const { norm, of, months, unit } = working;
  return {
    sentence: `Вычли за дни, когда вас не было: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      ...norm.map(([value, persons, days]) =>
        step(
          `Норматив × отсутствуют, ${daysOf(days)} из ${of}`,
          `${figure(value)} ${unitName(unit)} × ${personsOf(persons)}`,
        ),
      ),
      ...(months > 1 ? [step('Норматив годовой', `÷ ${months}`)] : []),
    ],
  };
}

function wasteAreaAbsence(working: WasteAreaAbsenceWorking): Told {
  return {
    sentence: `Вычли за дни, когда вас не было: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      ...working.norm.map(([norm, area, away, persons, days]) =>
        step(
          `Норматив в год × площадь, ${daysOf(days)} из ${working.of}, отсутствуют ${away} из ${persons}`,
          `${figure(norm)} ${unitName(working.unit)} × ${figure(area)} м²`,
        ),
      ),
      step('Норматив годовой', '÷ 12'),
    ],
  };
}

// --------------------------------------------------------------------------------------------------- small words

/** The working's volume as it is shown. */
function used(working: Working): string {
  return volumeOf(exactVolume(working).toDecimal(), working.unit);
}

const ZONES: Readonly<Record<string, string>> = { day: 'День', night: 'Ночь', peak: 'Пик', 'half-peak': 'Полупик' };

function zoneName(zone: string | undefined): string {
  return zone === undefined ? '' : `${ZONES[zone] ?? zone}. `;
}

function rateLabel({ unit }: Working): string {
  return unit === 'person' || unit === 'premises' ? 'Цена' : 'Тариф';
}

function rateWithUnit({ rate, unit }: Working): string {
  if (unit === 'person') return `${rateOf(rate)} с человека`;
  return unit === 'premises' ? `${rateOf(rate)} с помещения` : `${rateOf(rate)} за ${unitName(unit)}`;
}

function partOfMonth(share: Share | undefined): string {
  return share && share[0] !== share[1] ? ` (${daysOf(share[0])} из ${share[1]})` : '';
}

function shareSteps(share: Share | undefined): ExplanationStep[] {
  return share && share[0] !== share[1] ? [step('Дней из дней месяца', `${share[0]} из ${share[1]}`)] : [];
}

function withDays(label: string, days: number, of: number): string {
  return days === of ? label : `${label}, ${daysOf(days)} из ${of}`;
}

function step(label: string, figure: string): ExplanationStep {
  return { label, figure };
}
