import { formatDate, type LocalDate } from '@dvor/kernel';

/** A point of an invented message: kWh by equal parts of the day, `null` where nobody knows. */
export interface InventedPoint {
  readonly code: string;
  readonly name: string;
  readonly values: readonly (string | null)[];
  /** Parts that are not commercial, by their places. */
  readonly doubtful?: readonly number[];
}

/** A day of half-hours or hours as systems of commercial metering write it: no encoding is declared. */
export function intervalMessage({
  number,
  day,
  points,
}: {
  readonly number: number;
  readonly day: LocalDate;
  readonly points: readonly InventedPoint[];
}): string {
  const digits = formatDate(day).replaceAll('-', '');
  return [
    '<?xml version="1.0"?>',
    `<message class="80020" version="2" number="${number}">`,
    `<datetime><timestamp>${digits}235900</timestamp><daylightsavingtime>0</daylightsavingtime><day>${digits}</day></datetime>`,
    '<sender><inn>2225000013</inn><name>АО «Алтайэнергосеть»</name></sender>',
    '<area timezone="1"><inn>2225000020</inn><name>ООО «Двор на Приобском»</name>',
    ...points.map(
      ({ code, name, ...counted }) =>
        `<measuringpoint code="${code}" name="${name}"><measuringchannel code="01" desc="А+">${periods(counted)}</measuringchannel></measuringpoint>`,
    ),
    '</area></message>',
    '',
  ].join('\n');
}

function periods({ values, doubtful = [] }: Pick<InventedPoint, 'values' | 'doubtful'>): string {
  const length = 1_440 / values.length;
  return values
    .map((value, i) => {
      const told =
        value === null || doubtful.includes(i) ? `<value status="1">${value ?? ''}</value>` : `<value>${value}</value>`;
      return `<period start="${clock(i * length)}" end="${clock((i + 1) * length)}">${told}</period>`;
    })
    .join('\n');
}

/** The midnight that ends the day is `0000` too. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
}
