import { assertNever, count, decimal, Decimal, Money } from '@dvor/kernel';
import { amountOf, personDays, Volume } from '../volume.js';
import { explainBenefit } from '../benefits/explain-benefit.js';
import { explainOneOff } from '../one-offs/explain-one-off.js';
import { explainFine, explainManual } from '../manual/explain-manual.js';
import { explainQualityLine } from '../quality/explain-quality-line.js';
import { commonVolume, evaluate, volumeOf as exactVolume, yearOfCommon } from './evaluate.js';
import { explainFormula } from './explain-formula.js';
import type { Explanation, ExplanationStep } from './explanation.js';
import {
  dayOf,
  daysOf,
  figure,
  monthOf,
  personsOf,
  rateOf,
  roubles,
  THIN_SPACE,
  unitName,
  volumeOf,
} from './russian-figures.js';
import type {
  ActCited,
  AbsenceWorking,
  AreaWorking,
  AverageOfMeter,
  CommonByNorm,
  CommonTrueUpWorking,
  CommonVolumeOf,
  CommonWorking,
  CommonYearWorking,
  DayParts,
  ExcessWorking,
  HeatingHouseWorking,
  HeatingNormWorking,
  HeatingTrueUpWorking,
  HeatOfWaterWorking,
  InterferenceWorking,
  MadeInHouseWorking,
  MeterWorking,
  NormParts,
  NormWorking,
  PersonWorking,
  RatedWorking,
  ReadingPair,
  RoomOfFlat,
  RoomPart,
  SewageWorking,
  Share,
  TierWorking,
  TrueUpWorking,
  UnitsWorking,
  WasteAreaAbsenceWorking,
  WasteAreaWorking,
  WastePersonWorking,
  WhyNorm,
  Working,
} from './working.js';
import { zoneOf } from './zone-of.js';

/** Explains a line from its working alone, for the screen: what, how and on what ground. */
export function explain(working: Working): Explanation {
  const told = tell(working);
  const amount = roubles(evaluate(working));
  const steps = [
    ...told.steps,
    ...(working.rounded === undefined ? [] : [step('Объём округлён, знаков после запятой', String(working.rounded))]),
    ...(told.ownRates || !isRated(working) ? [] : [step(rateLabel(working), rateWithUnit(working))]),
    step('Итого, с округлением до копейки', amount),
    ...(working.vat
      ? [step(`В том числе НДС ${figure(working.vat)} %`, roubles(vatIn(evaluate(working), working.vat)))]
      : []),
  ];
  return { sentence: told.sentence, steps, clause: working.clause };
}

/** A rate multiplied by a volume; the others tell their money themselves. */
function isRated(working: Working): working is RatedWorking {
  return !['formula', 'benefit', 'true-up', 'quality', 'manual', 'fine'].includes(working.formula);
}

interface Told {
  readonly sentence: string;
  readonly steps: readonly ExplanationStep[];
  /** The steps tell the rates themselves: there are several. */
  readonly ownRates?: boolean;
}

/** P · r / (100 + r): the tax is within the price. */
function vatIn(amount: Money, percent: string): Money {
  const rate = decimal(percent);
  return Money.round(
    decimal(amount.toString())
      .times(rate)
      .div(rate.plus(count(100))),
  );
}

function tell(working: Working): Told {
  switch (working.formula) {
    case 'area':
      return byArea(working);
    case 'person':
      return byPersons(working);
    case 'flat':
      return {
        sentence: `${rateOf(working.rate)} с помещения за месяц${partOfMonth([working.days, working.of])}${working.shares ? ', ваша доля' : ''}.`,
        steps: [
          ...shareSteps([working.days, working.of]),
          ...(working.shares ?? []).map(([share, days]) => step(withDays('Доля счёта', days, working.of), share)),
        ],
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
    case 'tier':
      return tier(working);
    case 'heat-of-water':
      return heatOfWater(working);
    case 'made-in-house':
      return madeInHouse(working);
    case 'units':
      return units(working);
    case 'heating-norm':
      return heatingByNorm(working);
    case 'heating-house':
      return heatingByHouse(working);
    case 'heating-true-up':
      return heatingTrueUp(working);
    case 'common':
      return common(working);
    case 'common-true-up':
      return commonTrueUp(working);
    case 'common-year':
      return commonYear(working);
    case 'interference':
      return interference(working);
    case 'true-up':
      return trueUp(working);
    case 'formula':
      return explainFormula(working);
    case 'benefit':
      return explainBenefit(working);
    case 'one-off':
      return explainOneOff(working);
    case 'quality':
      return explainQualityLine(working);
    case 'manual':
      return explainManual(working);
    case 'fine':
      return explainFine(working);
    default:
      return assertNever(working);
  }
}

// ------------------------------------------------------------------------------------------ by area and persons

function byArea(working: AreaWorking): Told {
  const { area, of } = working;
  const areas = area.map(([value, days]) => `${figure(value)} м²${partOfMonth([days, of])}`);
  return {
    sentence: `За ${areas.join(' и ').replaceAll('доля', 'долю')} по ${rateWithUnit(working)}.`,
    steps: area.map(([value, days]) => step(withDays('Площадь', days, of), `${figure(value)} м²`)),
  };
}

function byPersons(working: PersonWorking): Told {
  const { persons, of } = working;
  const counts = persons.map(([value, days]) => `${personsShown(value)}${partOfMonth([days, of])}`);
  return {
    sentence: `За ${counts.join(' и ').replaceAll('доля', 'долю')} по ${rateWithUnit(working)}.`,
    steps: persons.map(([value, days]) => step(withDays('Проживают', days, of), personsShown(value))),
  };
}

/** `2 человека`; where the owners stand for persons, a share of them. */
function personsShown(value: string): string {
  const [whole, share] = value.split('*') as [string, string?];
  return share === undefined ? personsOf(Number(whole)) : `доля ${share} от ${whole} чел.`;
}

// ---------------------------------------------------------------------------------------------------- by meters

function byMeter(working: MeterWorking): Told {
  const { readings = [], averages = [], estimated = [], room, share, norm, of = 0, unit } = working;
  const acts = averages.flatMap((average) => average.acts ?? []);
  const why = acts.length > 0 ? `${AVERAGED_BECAUSE[acts[0]![0]]}${cited(acts)}` : 'показаний нет';
  const sentence = [
    `${zoneName(working.zone)}${readings.length > 0 ? 'По счётчику' : `В среднем, потому что ${why}`}`,
    room ? (room.shared ? ' всего помещения, ваша часть' : ' всей квартиры, ваша часть') : '',
    `: ${used(working)} по ${rateWithUnit(working)}${partOfMonth(share)}.`,
    estimated.length > 0 ? ` Из показаний вычли то, что уже посчитали без них: ${months(estimated)}.` : '',
    readings.some(({ spread }) => spread) ? ' Месяцы между показаниями были без них: расход разделили по дням.' : '',
    ...averages.slice(0, 1).map((average) => (readings.length > 0 ? '' : afterwards(average))),
  ].join('');
  return {
    sentence,
    steps: [
      ...actSteps(acts),
      ...readings.flatMap((pair) => readingSteps(pair, unit)),
      ...averages.flatMap((average) => averageSteps(average, unit)),
      ...estimated.map(([period, volume]) =>
        step(`Уже посчитали за ${monthOf(period)}`, `−${figure(volume)} ${unitName(unit)}`),
      ),
      ...(room ? roomPartSteps(room, unit) : []),
      ...shareSteps(share),
      ...(norm ? normSteps(norm, { of, unit }) : []),
      step('Объём', used(working)),
    ],
  };
}

function roomPartSteps({ own, rooms, ...room }: RoomPart, unit: string): ExplanationStep[] {
  return [
    ...(rooms ? [step('По счётчикам всех комнат', `−${shown(rooms, unit)}`)] : []),
    partStep(room),
    ...(own ? [step('По счётчику комнаты', shown(own, unit))] : []),
  ];
}

const DIVIDED_BY = {
  rooms: 'Проживают в комнате из всей квартиры',
  persons: 'Проживают по вашему счёту из всего помещения',
  shares: 'Доля счёта в помещении',
};

function partStep({ persons, all, shared }: Pick<RoomPart, 'persons' | 'all' | 'shared'>): ExplanationStep {
  const days = persons.reduce((sum, [, days]) => sum + days, 0);
  const average = (parts: RoomPart['persons']) =>
    figure(volumeInDays(parts).share(1, days).toDecimal().round(2, Decimal.roundHalfUp).toString());
  return step(DIVIDED_BY[shared ?? 'rooms'], `${average(persons)} из ${average(all)}`);
}

function volumeInDays(parts: RoomPart['persons']): Volume {
  const sum = personDays(parts);
  return typeof sum === 'number' ? Volume.of(count(sum)) : sum;
}

const AVERAGED_BECAUSE: Readonly<Record<ActCited[0], string>> = {
  'access-refused': 'к счётчику не пустили',
  'meter-failed': 'счётчик вышел из строя',
};

const TO_DO: Readonly<Record<ActCited[0], string>> = {
  'access-refused': 'Договоритесь о проверке счётчика.',
  'meter-failed': 'Замените счётчик.',
};

/** «, акт № 12 от 10.06.2026» */
function cited(acts: readonly ActCited[] | undefined): string {
  const named = new Set((acts ?? []).map(([, number, date]) => `акт № ${number} от ${dayOf(date)}`));
  return named.size === 0 ? '' : `, ${[...named].join(', ')}`;
}

function actSteps(acts: readonly ActCited[] | undefined): ExplanationStep[] {
  const named = new Map((acts ?? []).map(([, number, date]) => [`${number} ${date}`, { number, date }]));
  return [...named.values()].map(({ number, date }) => step('Акт', `№ ${number} от ${dayOf(date)}`));
}

function afterwards({ k, limit, acts: [act] = [] }: AverageOfMeter): string {
  const send = act ? TO_DO[act[0]] : 'Передайте показания — посчитаем по ним.';
  return limit === undefined
    ? ` ${send}`
    : ` Так можно ${limit} месяца подряд, сейчас ${k}-й, потом — по нормативу. ${send}`;
}

function readingSteps(pair: ReadingPair, unit: string): ExplanationStep[] {
  const { from, to, turn, days, of, spread } = pair;
  return [
    step(`${zoneName(pair.zone)}Показание ${dayOf(from[0])}`, figure(from[1])),
    step(`${zoneName(pair.zone)}Показание ${dayOf(to[0])}`, figure(to[1])),
    ...(turn ? [step('Счётчик прошёл через ноль', `+${figure(turn)}`)] : []),
    step('Разница', volumeOf(run(pair), unit)),
    ...(spread ? [step('Дней месяца из всех дней между показаниями', `${days} из ${of}`)] : []),
    ...(days && of && !spread ? shareSteps([days, of]) : []),
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
  lapsed: 'потому что срок поверки счётчика вышел, счётчик сломан или снят',
  'no-access': 'потому что по актам к счётчику не пустили',
};

function because({ why, acts }: Pick<NormWorking, 'why' | 'acts'>): string {
  const [act] = acts ?? [];
  if (act?.[0] === 'meter-failed') return `потому что счётчик вышел из строя${cited(acts)}`;
  return `${BECAUSE[why]}${cited(acts)}`;
}

function byNorm(working: NormWorking): Told {
  return {
    sentence: `По нормативу, ${because(working)}: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [...actSteps(working.acts), ...normSteps(working.norm, working), step('Объём', used(working))],
  };
}

function excess(working: ExcessWorking): Told {
  const { norm, of, unit, factor } = working;
  const times = figure(decimal(factor).minus(count(1)).toString());
  return {
    sentence: `Надбавка ×${figure(factor)}, ${because(working)}: к обычной плате по нормативу прибавляется ещё ×${times}.`,
    steps: [
      ...actSteps(working.acts),
      ...normSteps(norm, { of, unit }),
      step('Надбавка сверх обычной платы', `×${times}`),
    ],
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

// ------------------------------------------------------------------------------------ price ranges and social norm

function tier(working: TierWorking): Told {
  const { bounds, days, of, unit, total, base, room } = working;
  const [above, upTo] = bounds.map((bound) => (bound === null ? null : `${figure(bound)} ${unitName(unit)}`));
  const which = [above && `свыше ${above}`, upTo && `до ${upTo}`].filter(Boolean).join(' ');
  const inner = tell(base);
  return {
    sentence: `${zoneName(zoneOf(base) ?? undefined)}Часть объёма ${which} в месяц: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      ...inner.steps,
      step('Весь объём', shown(total, unit)),
      step(withDays(room ? 'Граница за месяц на всё помещение' : 'Граница за месяц', days, of), which),
      ...(room ? [partStep({ ...room, shared: 'persons' })] : []),
      step('В этой части', used(working)),
    ],
  };
}

// ------------------------------------------------------------------------------------------------------ hot water

function heatOfWater(working: HeatOfWaterWorking): Told {
  const { volume, perUnit } = working;
  return {
    sentence: `Тепло на подогрев воды: ${shown(volume, 'm3')} × ${shown(perUnit, 'Gcal')} = ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      step('Горячая вода', shown(volume, 'm3')),
      step('Норматив тепла на 1 м³', shown(perUnit, 'Gcal')),
      step('Тепла', used(working)),
    ],
  };
}

function madeInHouse(working: MadeInHouseWorking): Told {
  const { base, total, spent, unit } = working;
  const inner = tell(base);
  return {
    sentence: `Горячая вода, которую греет сам дом: ${used(working)} воды по ${rateWithUnit(working)} и ваша часть того, что ушло на подогрев.`,
    steps: [
      ...inner.steps,
      step('Горячей воды на весь дом', shown(total, unit)),
      ...spent.map(([volume, rate]) => step('Ушло на подогрев × цена', `${figure(volume)} × ${rateOf(rate)}`)),
      step('Тариф холодной воды', rateWithUnit(working)),
    ],
    ownRates: true,
  };
}

function units(working: UnitsWorking): Told {
  const { units, norm, of, unit } = working;
  const normed = unit !== 'unit';
  return {
    sentence: `Количество ${figure(units)}${normed ? ` по нормативу, всего ${used(working)}` : ''} по ${rateWithUnit(working)}.`,
    steps: [
      step('Количество', figure(units)),
      ...norm.map(([value, days]) =>
        step(
          withDays(normed ? 'Норматив на единицу' : 'Дней', days, of),
          normed
            ? `${figure(value)} ${unitName(unit)}`
            : `${days} из ${of}${value === '1' ? '' : `, ${figure(value)}`}`,
        ),
      ),
    ],
  };
}

// -------------------------------------------------------------------------------------------------------- heating

function heatingByNorm(working: HeatingNormWorking): Told {
  const { norm, of, room, months, own } = working;
  const season = months ? `, ${figure(months)} мес. отопления поровну на 12` : '';
  return {
    sentence: `Отопление по нормативу${season}: ${used(working)} по ${rateWithUnit(working)}.${ownHeat(own && !own.heated)}`,
    steps: [
      ...norm.map(([value, area, days]) =>
        step(withDays('Норматив × площадь', days, of), `${figure(value)} Гкал × ${shown(area, 'm2')}`),
      ),
      ...roomSteps(room),
      ...(months ? [step('Месяцев отопления из 12', figure(months))] : []),
      ...(own
        ? [
            step('Площадь дома', shown(own.house, 'm2')),
            step('Со своим отоплением', shown(own.area, 'm2')),
            step('Общее имущество', shown(own.common, 'm2')),
          ]
        : []),
      step('Тепла', used(working)),
    ],
  };
}

function heatingByHouse(working: HeatingHouseWorking): Told {
  const { house, area, of, room, individual, own, meter } = working;
  const how = house.lastYear
    ? 'поровну на 12 месяцев, по прибору дома за прошлый год'
    : house.averaged
      ? `прибор дома не показал, взято среднее (${house.averaged.k}-й месяц из ${house.averaged.limit})`
      : 'по прибору дома';
  const divided = meter
    ? ' По вашему прибору и доля общего тепла.'
    : individual !== undefined && !own
      ? ownHeat(true)
      : '';
  return {
    sentence: `Отопление ${how}: на вашу долю ${used(working)} по ${rateWithUnit(working)}.${divided}`,
    steps: [
      ...(house.lastYear ? [step('Тепла на дом за прошлый год', shown(house.lastYear, 'Gcal'))] : []),
      step(
        house.averaged ? 'Тепла на дом, среднее' : house.lastYear ? 'Двенадцатая часть' : 'Тепла на дом',
        shown(house.volume, 'Gcal'),
      ),
      step('Площадь дома', shown(house.area, 'm2')),
      ...area.map(([value, days]) =>
        step(withDays(room ? 'Площадь квартиры' : 'Площадь', days, of), shown(value, 'm2')),
      ),
      ...roomSteps(room),
      ...(meter ? [...tell(meter).steps] : []),
      ...(own ? [step('Тепла на площадь', `${shown(own.volume, 'Gcal')} на ${shown(own.area, 'm2')}`)] : []),
      ...(individual === undefined ? [] : [step('Из него в помещениях', shown(individual, 'Gcal'))]),
      step('Ваше тепло', used(working)),
    ],
  };
}

function ownHeat(own: boolean | undefined): string {
  return own ? ' У помещения своё отопление, поэтому только доля тепла общего имущества.' : '';
}

function roomSteps(room: RoomOfFlat | undefined): ExplanationStep[] {
  if (!room) return [];
  return [
    step('Жилая площадь комнаты из всех комнат', `${shown(room.living, 'm2')} из ${shown(room.of, 'm2')}`),
    ...shareSteps(room.share),
  ];
}

function heatingTrueUp(working: HeatingTrueUpWorking): Told {
  const { months, charged, area, house } = working;
  const byRate = new Map<string, Volume>();
  for (const [rate, volume] of months) {
    byRate.set(rate, (byRate.get(rate) ?? Volume.zero).plus(Volume.parse(volume)));
  }
  return {
    sentence: `Отопление за прошлый год пересчитали по тому, сколько тепла дом получил на деле; начислено было ${roubles(Money.parse(charged))}.`,
    steps: [
      ...[...byRate].map(([rate, volume]) =>
        step(`Тепла на дом по ${rateOf(rate)}`, volumeOf(volume.toDecimal(), working.unit)),
      ),
      step('Площадь', `${shown(area, 'm2')} из ${shown(house.area, 'm2')}`),
      step('Вашего тепла за год', used(working)),
      step('Уже начислено за год', `−${roubles(Money.parse(charged))}`),
    ],
    ownRates: true,
  };
}

// ------------------------------------------------------------------------------------------------ common property

function common(working: CommonWorking): Told {
  const { source, unit, area, of, houseArea } = working;
  const { volume, left } = commonVolume(source);
  const whole = volumeOf(volume.toDecimal(), unit);
  return {
    sentence: left
      ? 'На общее имущество ничего не начислено: помещения по счётчикам израсходовали больше, чем показал прибор дома. Разница уменьшит следующие месяцы.'
      : `На общее имущество дома ушло ${whole}, на вашу долю по площади ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [...sourceSteps(source, unit), step('На общее имущество', whole), ...shareOfArea(area, { of, houseArea })],
  };
}

function sourceSteps(source: CommonVolumeOf, unit: string): ExplanationStep[] {
  if ('average' in source) return [step('Среднее за месяц', shown(source.average, unit))];
  if ('flows' in source) {
    return source.flows.map(([service, volume]) => step(`Общая вода: ${service}`, shown(volume, unit)));
  }
  if ('norm' in source) return normOfCommon(source, unit);
  const { house, averaged, individual, forHotWater, carried = [], cap } = source;
  return [
    step(
      averaged ? `Прибор дома, среднее (${averaged.k}-й месяц из ${averaged.limit})` : 'Прибор дома',
      shown(house, unit),
    ),
    step('Израсходовано в помещениях', `−${shown(individual, unit)}`),
    ...(forHotWater ? [step('На горячую воду', `−${shown(forHotWater, unit)}`)] : []),
    ...carried.map((volume) => step('Перенесено с прошлых месяцев', shown(volume, unit))),
    ...(cap ? [step('Не больше норматива', ''), ...normOfCommon(cap, unit)] : []),
  ];
}

function normOfCommon({ norm, of, commonArea }: CommonByNorm, unit: string): ExplanationStep[] {
  return norm.map(([value, days]) =>
    step(
      withDays('Норматив × площадь общего имущества', days, of),
      `${figure(value)} ${unitName(unit)} × ${shown(commonArea, 'm2')}`,
    ),
  );
}

function shareOfArea(area: DayParts, { of, houseArea }: { of: number; houseArea: string }): ExplanationStep[] {
  return [
    step('Площадь дома', shown(houseArea, 'm2')),
    ...area.map(([value, days]) => step(withDays('Ваша площадь', days, of), `${figure(value)} м²`)),
  ];
}

function commonTrueUp(working: CommonTrueUpWorking): Told {
  const { year, unit, area, of, houseArea } = working;
  return {
    sentence: `Разницу прошлого года по общему имуществу распределили поровну на 12 месяцев: ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      step('Разница за прошлый год', shown(year, unit)),
      step('За месяц', '÷ 12'),
      ...shareOfArea(area, { of, houseArea }),
    ],
  };
}

function commonYear({ months, part, unit, area, of, houseArea }: CommonYearWorking): Told {
  const [after, upTo, parts] = part;
  const which = upTo - after === 1 ? `${upTo}-я часть из ${parts}` : `части с ${after + 1}-й по ${upTo}-ю из ${parts}`;
  const year = months[0]?.[0].slice(0, 4);
  return {
    sentence: `За ${year} год общее имущество израсходовало не столько, сколько начислено по нормативу или среднему. Разницу распределили поровну на ${parts} мес., это ${which}.`,
    steps: [
      ...months.map(([period, rate, fact, charged]) =>
        step(
          `За ${monthOf(period)}: израсходовано − начислено`,
          `(${shown(fact, unit)} − ${shown(charged, unit)}) × ${rateOf(rate)}`,
        ),
      ),
      step('Разница по дому за год', roubles(amountOf(count(1), yearOfCommon(months)))),
      ...shareOfArea(area, { of, houseArea }),
      step('Часть года', which),
    ],
    ownRates: true,
  };
}

function trueUp({ period, again, charged, why = [] }: TrueUpWorking): Told {
  const [should, was] = [Money.sum(again.map(evaluate)), Money.parse(charged)];
  return {
    sentence: `За ${monthOf(period)} пересчитали: должно быть ${roubles(should)}, начислено было ${roubles(was)}.`,
    steps: [
      ...again.map((line) => step(tell(line).sentence, roubles(evaluate(line)))),
      step('Должно быть', roubles(should)),
      step('Начислено было', `−${roubles(was)}`),
      ...[...new Set(why.map(([, , reason]) => reason))].map((reason) => step('Почему пересчитали', reason)),
    ],
    ownRates: true,
  };
}

function interference(working: InterferenceWorking): Told {
  const { act, number, months, norm, of, unit, perUnit } = working;
  return {
    sentence: `По акту ${number ? `№ ${number} от ` : ''}${dayOf(act)} о вмешательстве в работу счётчика: норматив ×10 за ${figure(months)} мес., ${used(working)} по ${rateWithUnit(working)}.`,
    steps: [
      ...normSteps(norm, { of, unit: perUnit ? 'm3' : unit }),
      ...(perUnit ? [step('Тепла на м³ воды', `${shown(perUnit, 'Gcal')}`)] : []),
      step('Месяцев до акта, не больше трёх', figure(months)),
      step('Кратность', '×10'),
    ],
  };
}

// --------------------------------------------------------------------------------------------------- small words

/** A volume as written in the working, a fraction too, as it is shown. */
function shown(written: string, unit: string): string {
  if (written.includes('*')) return `${figure(written)}${THIN_SPACE}${unitName(unit)}`;
  return volumeOf(Volume.parse(written).toDecimal(), unit);
}

/** The working's volume as it is shown. */
function used(working: RatedWorking): string {
  return volumeOf(exactVolume(working).toDecimal(), working.unit);
}

const ZONES: Readonly<Record<string, string>> = { day: 'День', night: 'Ночь', peak: 'Пик', 'half-peak': 'Полупик' };

function zoneName(zone: string | undefined): string {
  return zone === undefined ? '' : `${ZONES[zone] ?? zone}. `;
}

function rateLabel({ unit }: RatedWorking): string {
  return unit === 'person' || unit === 'premises' ? 'Цена' : 'Тариф';
}

function rateWithUnit({ rate, unit }: RatedWorking): string {
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
