import { describe, expect, it } from '@jest/globals';
import { formatPeriod } from '@dvor/kernel';
import { readCorrectionTable } from './read-correction-table.js';

const read = (text: string) => readCorrectionTable(Buffer.from(text, 'utf8'));

describe('a table of corrections', () => {
  it('is read by the headings people write, changes and sums that should stand', async () => {
    const lines = await read(
      'Л/с;Услуга;Месяц;Дельта;Должно быть;Часть\n' +
        '1000000017;Домофон;10.2026;−200,50;;\n' +
        '1000000018;Домофон;2026-09;;65;\n' +
        '1000000018;Холодная вода;01.08.2026;1 000;;ОДН\n',
    );
    expect(
      lines.map(({ line, rough }) => [
        line,
        rough?.account,
        rough && formatPeriod(rough.origin),
        rough?.part,
        rough && Object.entries(rough.change).map(([kind, sum]) => `${kind} ${String(sum)}`),
      ]),
    ).toEqual([
      [2, '1000000017', '2026-10', null, ['by -200.50']],
      [3, '1000000018', '2026-09', null, ['to 65.00']],
      [4, '1000000018', '2026-08', 'common', ['by 1000.00']],
    ]);
  });

  it('names what a line lacks, and reads the others', async () => {
    const lines = await read(
      'Счёт,Услуга,Месяц,Изменить на,Станет,Часть\n' +
        '1,Домофон,13.2026,1,,\n1,Домофон,10.2026,,,\n1,Домофон,10.2026,1,1,\n1,Домофон,10.2026,1e3,,\n' +
        '1,Домофон,10.2026,1,,верх\n1,Домофон,10.2026,1.05,,\n',
    );
    expect(lines.map((one) => (one.rough ? null : one.refusal.code))).toEqual([
      ...['correction.row-month', 'correction.row-one-sum', 'correction.row-one-sum', 'correction.row-sum'],
      ...['correction.row-part', null],
    ]);
  });

  it('is refused without a column it can’t do without, and beyond a thousand lines', async () => {
    await expect(read('Счёт;Услуга;Изменить на\n1;Домофон;1\n')).rejects.toMatchObject({
      code: 'correction.no-column',
      details: { column: 'месяц' },
    });
    await expect(read('Счёт;Услуга;Месяц\n1;Домофон;10.2026\n')).rejects.toMatchObject({
      code: 'correction.no-column',
    });
    const many = 'Счёт;Услуга;Месяц;Дельта\n' + '1;Домофон;10.2026;1\n'.repeat(1001);
    await expect(read(many)).rejects.toMatchObject({ code: 'correction.table-too-long' });
  });
});
