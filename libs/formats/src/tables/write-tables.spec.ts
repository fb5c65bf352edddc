import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@dvor/kernel';
import fc from 'fast-check';
import { openTable } from './open-table.js';
import { type OutgoingCell } from './outgoing-cell.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

describe('writeXlsx', () => {
  it('gives back what was written: texts, exact numbers, days, moments, yes and no', async () => {
    const rows: OutgoingCell[][] = [
      ['00123', { kind: 'number', text: '45.30' }, { kind: 'date', text: '2026-10-31' }, true, null, 7],
      ['=1+1 & <b>', { kind: 'number', text: '-0.001' }, { kind: 'date', text: '2026-10-31T09:30:15' }, false, 'к', 5n],
    ];
    const table = await openTable(
      await gathered(writeXlsx('Дома', ['ЛС', 'Площадь', 'День', 'Да', '', 'Число'], rows)),
    );
    expect(table).toMatchObject({ format: 'xlsx', sheets: ['Дома'], sheet: 'Дома', headingLine: 1, notes: [] });
    expect(table.headings).toEqual(['ЛС', 'Площадь', 'День', 'Да', '', 'Число']);
    const cells = await cellsOf(table);
    expect(cells).toEqual([
      ['text 00123', 'number 45.3', 'date 2026-10-31', 'boolean ИСТИНА', 'empty ', 'number 7'],
      ['text =1+1 & <b>', 'number -0.001', 'date 2026-10-31T09:30:15', 'boolean ЛОЖЬ', 'text к', 'number 5'],
    ]);
  });

  it('writes as text what a number would lose: leading zeros, a percent sign, more than 15 digits', async () => {
    const numbers = ['0000123', '50%', '40702810200000012345', '1234567890.1234567'];
    const rows = [numbers.map((text) => ({ kind: 'number' as const, text }))];
    const table = await openTable(await gathered(writeXlsx('Счета', ['А', 'Б', 'В', 'Г'], rows)));
    expect(await cellsOf(table)).toEqual([numbers.map((text) => `text ${text}`)]);
  });

  it('brings any text through, line ends and unprintable signs too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('_x000B_', '_x', ' a ', '\t')),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        async (texts) => {
          const rows = texts.map(([text, tail]) => ['x', text + tail + 'z']);
          const table = await openTable(await gathered(writeXlsx('Л', ['Первая', 'Вторая'], rows)));
          const read = await rowsOf(table);
          expect(read.map(({ cells }) => cells[1]?.text)).toEqual(
            rows.map(([, text]) => text!.replaceAll(/\p{Cs}/gu, '\ufffd').replaceAll(/\r\n?/g, '\n')),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('writes the same bytes for the same rows, and headings alone where there are none', async () => {
    const write = () => gathered(writeXlsx('Пусто', ['А', 'Б'], []));
    expect(await write()).toEqual(await write());
    const table = await openTable(await write());
    expect(table.headings).toEqual(['А', 'Б']);
    expect(await rowsOf(table)).toEqual([]);
  });

  it('makes a sheet name of anything', async () => {
    const named = async (name: string) => (await openTable(await gathered(writeXlsx(name, ['А', 'Б'], [])))).sheet;
    expect(await named('Дома: [все]/2026 и ещё очень длинное имя')).toBe('Дома   все  2026 и ещё очень дл');
    expect(await named("'")).toBe('Лист1');
    expect(await named('"Т&Б"')).toBe('"Т&Б"');
  });

  it('passes on what went wrong while the rows came', async () => {
    async function* failing() {
      yield ['1', '2'];
      await Promise.resolve();
      throw new DomainError('x.y');
    }
    await expect(gathered(writeXlsx('Л', ['А', 'Б'], failing()))).rejects.toThrow('x.y');
  });

  it('lets go of the rows when nobody wants more', async () => {
    let released = false;
    async function* endless() {
      try {
        for (let i = 0; ; i++) {
          if (i % 1000 === 0) await Promise.resolve();
          yield [`строка ${Math.sin(i)}`, `${Math.cos(i)}`];
        }
      } finally {
        released = true;
      }
    }
    for await (const piece of writeXlsx('Л', ['А', 'Б'], endless())) if (piece.length > 1000) break;
    for (let i = 0; i < 50 && !released; i++) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(released).toBe(true);
  });
});

describe('writeCsv', () => {
  const written = async (...rows: OutgoingCell[][]) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await gathered(writeCsv(['А', 'Б'], rows)));

  it('writes for Russian Excel', async () => {
    expect(
      await written(
        ['кв. 1; подъезд "А"', { kind: 'number', text: '-45.3' }],
        ['строка\nвторая', { kind: 'date', text: '2026-10-31' }],
        [null, { kind: 'date', text: '2026-10-31T09:30:00' }],
      ),
    ).toBe('\uFEFFА;Б\r\n"кв. 1; подъезд ""А""";-45,3\r\n"строка\nвторая";31.10.2026\r\n;31.10.2026 09:30:00\r\n');
  });

  it.each(['=1+1', '+cmd', '-cmd|x', '@SUM(A1)', '=HYPERLINK("http://example.test")', "'=1", '\tx'])(
    'does not let Excel run %s, and reads it back',
    async (text) => {
      const bytes = await gathered(writeCsv(['А', 'Б'], [[text, '-5,50']]));
      expect(new TextDecoder().decode(bytes)).toMatch(/\r\n"?'/);
      expect((await rowsOf(await openTable(bytes)))[0]!.cells.map((cell) => cell.text)).toEqual([text, '-5,50']);
    },
  );

  it('brings any rows through', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'аЯ1;,"\'=+-@\t \n'), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), async (pairs) => {
        const rows = pairs.map(([a, b]) => [`я${a}`, b]);
        const read = await rowsOf(
          await openTable(await gathered(writeCsv(['Первая', 'Вторая'], rows)), { delimiter: ';' }),
        );
        expect(read.map(({ cells }) => [cells[0]!.text, cells[1]?.text ?? ''])).toEqual(
          rows.map(([a, b]) => [a, b!.trim() === '' ? '' : b]),
        );
      }),
    );
  });
});

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function rowsOf(table: Awaited<ReturnType<typeof openTable>>) {
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

async function cellsOf(table: Awaited<ReturnType<typeof openTable>>): Promise<string[][]> {
  return (await rowsOf(table)).map(({ cells }) => cells.map(({ kind, text }) => `${kind} ${text}`));
}
