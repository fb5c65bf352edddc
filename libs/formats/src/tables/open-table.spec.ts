import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@dvor/kernel';
import fc from 'fast-check';
import yazl from 'yazl';
import { encodeCyrillic } from '../cyrillic-encodings.js';
import { openTable, type OpenTableOptions } from './open-table.js';
import { type Table, type TableRow } from './table.js';
import { writeXlsx } from './write-xlsx.js';

describe('a text table', () => {
  it('is read with the lines that an editor shows', async () => {
    const table = await open(
      'ЛС;Адрес;Сумма\r\n0001;"ул. Мира, 1;\r\nкв. 2";1 234,56\r\n\r\n;;\r\n0002;"Дом ""А""";-5\r\n',
    );
    expect(table).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      sheets: [],
      headingLine: 1,
      notes: [],
    });
    expect(table.headings).toEqual(['ЛС', 'Адрес', 'Сумма']);
    expect(await linesOf(table)).toEqual(['2: 0001|ул. Мира, 1;\nкв. 2|1 234,56', '6: 0002|Дом "А"|-5']);
    expect(await linesOf(table)).toHaveLength(2); // a second time too
  });

  it.each([
    ['\t', 'ЛС\tПлощадь\n1\t45,3\n2\t50,1\n'],
    [',', 'ЛС,Площадь\n1,45.3\n2,50.1\n'],
    ['|', 'ЛС|Адрес\n1|ул. Мира, 1, кв. 1\n2|ул. Мира, 1, кв. 2\n'],
    [';', 'ЛС;Адрес;Сумма\n1;Мира, 1, 1;294,55\n2;Мира, 1, 2;5,00\n'],
    [',', 'sep=,\nЛС,Адрес\n1,а;б\n'],
    [';', '"ЛС,а,б";"Адрес,в,г"\n1;2\n'],
  ])('finds the separator %j', async (delimiter, text) => {
    const table = await open(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.headings).toHaveLength(delimiter === ';' && text.includes('Сумма') ? 3 : 2);
  });

  it('keeps quotes inside text, and names the line where one opens and never closes', async () => {
    expect(await linesOf(await open('А;Б\nООО "Двор";1\n"ТСЖ" Мир;2\n'))).toEqual([
      '2: ООО "Двор"|1',
      '3: "ТСЖ" Мир|2',
    ]);
    const rest = 'x;1\n'.repeat(100);
    const table = await open(`А;Б\n1;2\n${rest}"ООО Двор;3\n${rest}`);
    await expect(linesOf(table)).rejects.toMatchObject({ code: 'table.open-quote', details: { line: 103 } });
    await expect(open('А;Б\n"1;2\n')).rejects.toMatchObject({ code: 'table.open-quote', details: { line: 2 } });
  });

  it('understands line ends of old Macs and the end mark of DOS', async () => {
    expect(await linesOf(await open('А;Б\r1;2\r3;4\r\x1a'))).toEqual(['2: 1|2', '3: 3|4']);
  });

  it('takes the only column of a list', async () => {
    const table = await open('Лицевой счёт\n0001\n0002\n');
    expect(table.headings).toEqual(['Лицевой счёт']);
    expect(await linesOf(table)).toEqual(['2: 0001', '3: 0002']);
  });
});

describe('the encoding of a text table', () => {
  const text = 'Лицевой счёт;Адрес\n0001;ул. Мира, д. 1 «А»\n0002;пр. Ленина — № 5\n';
  const utf8 = Buffer.from(text);
  const windows = bytesOf(encodeCyrillic(text, 'windows-1251'));
  const dos = dosBytes('Лицевой счёт;Адрес\n0001;ул. Мира, д. 1\n');

  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from('\uFEFF'), utf8]), 'utf-8'],
    ['Windows-1251', windows, 'windows-1251'],
    ['cp866', dos, 'ibm866'],
    ['"Unicode text" of Excel', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
  ])('is found by the bytes: %s', async (_, bytes, encoding) => {
    const table = await openTable(bytes);
    expect(table).toMatchObject({ encoding, headings: ['Лицевой счёт', 'Адрес'], notes: [] });
    expect((await linesOf(table))[0]).toMatch(/^2: 0001\|ул\. Мира, д\. 1/);
  });

  it('is told when the mark lies', async () => {
    const table = await openTable(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), windows]));
    expect(table.headings[0]).toBe('Лицевой счёт');
    expect(table.notes).toEqual([{ code: 'encoding-differs', told: 'utf-8', found: 'windows-1251' }]);
  });

  it('is not what the user says where it can’t be', async () => {
    const table = await openTable(windows, { encoding: 'utf-8' });
    expect(table).toMatchObject({ encoding: 'windows-1251', headings: ['Лицевой счёт', 'Адрес'] });
    expect(table.notes).toEqual([{ code: 'encoding-differs', told: 'utf-8', found: 'windows-1251' }]);
  });

  it('is what the user says where it may be', async () => {
    expect((await openTable(dos, { encoding: 'windows-1251' })).headings[0]).not.toBe('Лицевой счёт');
    expect((await openTable(dos, { encoding: 'ibm866' })).headings[0]).toBe('Лицевой счёт');
  });

  it('is KOI8-R where the user says so', async () => {
    const koi8 = bytesOf(encodeCyrillic('Лицевой счёт;Адрес\n1001;ул. Мира\n', 'koi8-r'));
    const table = await openTable(koi8, { encoding: 'koi8-r' });
    expect(table).toMatchObject({ encoding: 'koi8-r', headings: ['Лицевой счёт', 'Адрес'], notes: [] });
  });

  it('tells of letters that somebody lost before', async () => {
    expect((await open('ЛС;ФИО\n1;Ива\ufffd\ufffdв\n')).notes).toEqual([{ code: 'letters-lost', line: 2 }]);
    const twice = new TextDecoder('windows-1251').decode(utf8);
    expect((await open(twice)).notes).toContainEqual({ code: 'encoded-twice', line: 1 });
    const cut = Buffer.from('Адрес;Площадь\n'.repeat(5)).subarray(0, -3);
    expect(await openTable(cut)).toMatchObject({ encoding: 'utf-8' });
  });

  it('is told apart for any Russian words', async () => {
    const word = fc.stringMatching(/^[А-ЯЁ][а-яё]{2,9}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 20 }), async (words) => {
        const lines = `Адрес;Площадь\n${words.map((each) => `${each};1\n`).join('')}`;
        for (const bytes of [Buffer.from(lines), bytesOf(encodeCyrillic(lines, 'windows-1251')), dosBytes(lines)]) {
          const table = await openTable(bytes);
          expect((await linesOf(table)).map((line) => line.replace(/^\d+: /, ''))).toEqual(
            words.map((each) => `${each}|1`),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('headings', () => {
  it('stand below titles', async () => {
    const table = await open(
      'Реестр лицевых счетов;;;\nООО «Двор»;на 01.10.2026;;\n\nЛС;Адрес;Площадь;Жильцы\n1;Мира 1;45;2\n',
    );
    expect(table).toMatchObject({ headings: ['ЛС', 'Адрес', 'Площадь', 'Жильцы'], headingLine: 4 });
    expect(table.notes).toEqual([{ code: 'lines-above-headings', lines: [1, 2] }]);
    expect(await linesOf(table)).toEqual(['5: 1|Мира 1|45|2']);
  });

  it('may have a row of numbers under them', async () => {
    const table = await open('ЛС;Адрес;Площадь\n1;2;3\n0001;Мира 1;45\n');
    expect(table.notes).toEqual([{ code: 'column-numbers-skipped', line: 2 }]);
    expect(await linesOf(table)).toEqual(['3: 0001|Мира 1|45']);
  });

  it('are doubted where they look like a record, and may be said to be absent or elsewhere', async () => {
    const text = 'T1;Мира 1;294,55;0622\nT2;Мира 2;-5,00;0622\n';
    expect((await open(text)).notes).toEqual([{ code: 'headings-look-like-data', line: 1 }]);
    const bare = await open(text, { headingLine: 0 });
    expect(bare).toMatchObject({ headings: ['A', 'B', 'C', 'D'], headingLine: 0, notes: [] });
    expect(await linesOf(bare)).toHaveLength(2);
    expect(await open('а;б\nв;г\nд;е\n', { headingLine: 2 })).toMatchObject({ headings: ['в', 'г'], headingLine: 2 });
  });

  it('are cleaned of line ends and doubled blanks', async () => {
    expect((await open('"Общая\nплощадь,  м2"; ЛС\u00a0\n1;2\n')).headings).toEqual(['Общая площадь, м2', 'ЛС']);
  });

  it('of several merged rows are joined downwards', async () => {
    const cells = `${row(1, ['Форма 1'])}
      ${row(2, ['ЛС', 'Площадь, м2', '', 'Показания', ''])}${row(3, ['', 'общая', 'жилая', 'день', 'ночь'])}
      ${row(4, ['0001', '45', '30', '1', '2'])}`;
    const merged = ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2', 'A9:A12'];
    const table = await openTable(await workbook({ cells, merged }));
    expect(table.headings).toEqual([
      'ЛС',
      'Площадь, м2 общая',
      'Площадь, м2 жилая',
      'Показания день',
      'Показания ночь',
    ]);
    expect(table.headingLine).toBe(3);
    expect(table.notes).toEqual([
      { code: 'lines-above-headings', lines: [1] },
      { code: 'merged-cells', range: 'A9:A12', count: 1 },
    ]);
    expect(await linesOf(table)).toEqual(['4: 0001|45|30|1|2']);
  });
});

describe('an Excel workbook', () => {
  it('gives cells as a person reads them', async () => {
    const cells = `${row(1, [...'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭ'])}<row r="3">
      <c r="A3"><v>45.300000000000004</v></c><c r="B3"><v>144.0</v></c><c r="C3"><v>1.5E-3</v></c>
      <c r="D3" s="1"><v>46022</v></c><c r="E3" s="2"><v>46022.395833333336</v></c><c r="F3" s="3"><v>46022</v></c>
      <c r="G3" s="4"><v>123</v></c><c r="H3" s="5"><v>0.335</v></c><c r="I3" t="b"><v>1</v></c>
      <c r="J3" t="e"><v>#REF!</v></c><c r="K3"><f>A3*2</f><v>90.6</v></c><c r="L3"><f>A3*2</f></c>
      <c r="M3" t="str"><f>""</f><v></v></c><c r="N3"><v>4.0702810200000012E+19</v></c><c r="O3"><v>1234567890123450</v></c>
      <c r="P3" t="s"><v>0</v></c><c r="Q3" t="s"><v>1</v></c><c r="R3" t="s"><v>7</v></c><c r="S3" s="1"><v>-1</v></c>
      <c r="T3"><v>абв</v></c><c r="U3" s="6"><v>0.5</v></c><c r="V3" s="7"><v>1.25</v></c><c r="X3" t="d"><v>2026-10-31T00:00:00</v></c>
      <c r="Y3" s="8"><v>46022</v></c><c r="Z3"><v>1234567890123456</v></c>
    </row>`;
    const strings =
      '<si><t>00123</t></si><si><r><t>две </t></r><r><t>части_x000B_.</t></r><rPh><t>лишнее</t></rPh></si>';
    const [read] = await rowsOf(await openTable(await workbook({ cells, strings })));
    expect(read!.line).toBe(3);
    expect(
      read!.cells.map(({ kind, text, formula, ...rest }) =>
        `${kind} ${text}${formula ? ' =' : ''} ${'problem' in rest ? rest.problem : ''}`.trim(),
      ),
    ).toEqual([
      ...[
        'number 45.3',
        'number 144',
        'number 0.0015',
        'date 2025-12-31',
        'date 2025-12-31T09:30:00',
        'date 2025-12-31',
      ],
      ...[
        'number 0000123',
        'number 33.5%',
        'boolean ИСТИНА',
        'problem #REF! error',
        'number 90.6 =',
        'problem  = formula-without-value',
      ],
      'empty',
      'problem 40702810200000000000 digits-lost',
      'problem 1234567890123450 digits-lost',
      ...[
        'text 00123',
        'text две части\u000b.',
        'problem 7 unreadable',
        'problem -1 unreadable',
        'problem абв unreadable',
      ],
      ...['text 12:00:00', 'text 30:00:00', 'empty', 'date 2026-10-31', 'number 46022', 'number 1234567890123456'],
    ]);
  });

  it('counts days from 1904 where the workbook says so, and knows that 1900 was no leap year', async () => {
    const cells = `${row(1, ['А', 'Б'])}<row r="2"><c r="A2" s="1"><v>59</v></c><c r="B2" s="1"><v>61</v></c><c r="C2" s="1"><v>60</v></c></row>`;
    expect(await linesOf(await openTable(await workbook({ cells })))).toEqual(['2: 1900-02-28|1900-03-01|60']);
    expect(await linesOf(await openTable(await workbook({ cells, from1904: true })))).toEqual([
      '2: 1904-02-29|1904-03-02|1904-03-01',
    ]);
  });

  it('understands prefixes, rows and cells without addresses, absolute targets and parts in any case', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>ЛС</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Дом</x:t></x:is></x:c></x:row><x:row/><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const table = await openTable(await workbook({ sheet, target: '/XL/worksheets/Sheet1.xml' }));
    expect(table.headings).toEqual(['ЛС', 'Дом']);
    expect(await linesOf(table)).toEqual(['3: 1||3']);
  });

  it('reads the first visible sheet that is not empty, says which others there are, or the one asked for', async () => {
    const sheets = [
      { name: 'Тайный', cells: row(1, ['т', 'т']), state: 'veryHidden' },
      { name: 'Пустой', cells: '' },
      { name: 'Дома', cells: row(1, ['дом', 'улица']) },
      { name: 'Счета', cells: row(1, ['счёт', 'дом']) },
    ];
    const table = await openTable(await workbook({ sheets }));
    expect(table).toMatchObject({ sheets: ['Пустой', 'Дома', 'Счета'], sheet: 'Дома', headings: ['дом', 'улица'] });
    expect(table.notes).toEqual([{ code: 'other-sheets', sheets: ['Пустой', 'Счета'] }]);
    expect(await openTable(await workbook({ sheets }), { sheet: 'Счета' })).toMatchObject({
      headings: ['счёт', 'дом'],
      notes: [],
    });
    await refused(workbook({ sheets }), 'table.no-sheet', { sheet: 'Тайный' });
    await refused(workbook({ sheets: sheets.slice(0, 2) }), 'table.empty');
  });

  it('gives any number back as Excel shows it', async () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, min: -1e14, max: 1e14 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 30 }), async (numbers) => {
        const cells =
          row(1, ['А', 'Б']) +
          numbers.map((n, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${n}</v></c></row>`).join('');
        const read = await rowsOf(await openTable(await workbook({ cells })));
        expect(read.map(({ cells: [cell] }) => cell!.kind)).toEqual(numbers.map(() => 'number'));
        expect(read.map(({ cells: [cell] }) => Number(cell!.text))).toEqual(
          numbers.map((n) => Number(n.toPrecision(15)) + 0),
        );
        expect(read.every(({ cells: [cell] }) => /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(cell!.text))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is read as a stream: a hundred thousand rows leave the heap as it was', async () => {
    function* many() {
      for (let i = 0; i < 100_000; i++) yield [`кв. ${i}`, { kind: 'number' as const, text: `${i}.5` }];
    }
    const bytes = await gathered(writeXlsx('Много', ['Квартира', 'Площадь'], many()));
    const table = await openTable(bytes);
    let rows = 0;
    const early: number[] = [];
    const late: number[] = [];
    for await (const { line } of table.rows()) {
      rows++;
      if (line % 500 === 0) (line <= 50_000 ? early : late).push(process.memoryUsage().heapUsed);
    }
    expect(rows).toBe(100_000);
    // The least of each half is what stays after the collector ran.
    expect(Math.min(...late) - Math.min(...early)).toBeLessThan(20e6);
  });
});

describe('a DBF', () => {
  const fields = [
    ['LS', 'C', 10, 0],
    ['FIO', 'C', 20, 0],
    ['SUMMA', 'N', 10, 2],
    ['DATA', 'D', 8, 0],
    ['YES', 'L', 1, 0],
  ] as const;
  const records = [
    ' 0000012345Иванов              ' + '   1234.50' + '20261031' + 'T',
    '*0000012346Удалённый           ' + '      1.00' + '20261031' + 'F',
    ' 0000012347Петрова             ' + '       .50' + '        ' + '?',
    ' 0000012348Сидоров             ' + '**********' + '20260231' + 'F',
    ' '.repeat(50),
  ];

  it.each([
    ['with the mark of cp866', 0x65, 'ibm866', []],
    ['without a mark', 0, 'ibm866', []],
    ['with a mark that lies', 0xc9, 'ibm866', [{ code: 'encoding-differs', told: 'windows-1251', found: 'ibm866' }]],
    [
      'of Windows with the mark of DOS',
      0x65,
      'windows-1251',
      [{ code: 'encoding-differs', told: 'ibm866', found: 'windows-1251' }],
    ],
  ] as const)('is read %s', async (_, mark, encoding, notes) => {
    const table = await openTable(dbf({ fields, records, mark, encoding }));
    expect(table).toMatchObject({
      format: 'dbf',
      encoding,
      headings: ['LS', 'FIO', 'SUMMA', 'DATA', 'YES'],
      headingLine: 0,
    });
    expect(table.notes).toEqual([...notes, { code: 'deleted-records', count: 1 }]);
    const read = await rowsOf(table);
    expect(read.map(({ line, cells }) => [line, ...cells.map(({ kind, text }) => `${kind} ${text}`)])).toEqual([
      [1, 'text 0000012345', 'text Иванов', 'number 1234.50', 'date 2026-10-31', 'boolean ИСТИНА'],
      [3, 'text 0000012347', 'text Петрова', 'number 0.50'],
      [4, 'text 0000012348', 'text Сидоров', 'problem **********', 'problem 20260231', 'boolean ЛОЖЬ'],
    ]);
  });

  it('of FoxPro has whole numbers, money, moments and memo of another file', async () => {
    const binary = Buffer.alloc(25, 0x20);
    binary.writeInt32LE(-7, 1);
    binary.writeBigInt64LE(-12345n, 5);
    binary.writeInt32LE(2_461_345, 13);
    binary.writeInt32LE(34_200_000, 17);
    binary.writeInt32LE(9, 21);
    const foxFields = [
      ['N', 'I', 4, 0],
      ['M', 'Y', 8, 4],
      ['T', 'T', 8, 0],
      ['X', 'M', 4, 0],
    ] as const;
    const table = await openTable(dbf({ fields: foxFields, records: [], raw: [binary], version: 0x30 }));
    const [read] = await rowsOf(table);
    expect(read!.cells.slice(0, 3).map(({ text }) => text)).toEqual(['-7', '-1.2345', '2026-10-31T09:30:00']);
    expect(read!.cells[3]).toMatchObject({ kind: 'problem', problem: 'elsewhere' });
  });

  it('that was cut off is refused with the first record that is missing', async () => {
    const whole = dbf({ fields, records, mark: 0x65, encoding: 'ibm866' });
    await refused(whole.subarray(0, -100), 'table.cut-off');
    const more = dbf({ fields, records, mark: 0x65, encoding: 'ibm866', count: 2 });
    expect((await openTable(more)).notes).toContainEqual({ code: 'records-differ', told: 2, found: 5 });
  });
});

describe('what is no table', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le')]);

  it.each([
    ['nothing', Buffer.alloc(0), 'table.empty'],
    ['blanks', Buffer.from('\uFEFF \r\n\t\r\n'), 'table.empty'],
    ['zeros', Buffer.alloc(1000), 'table.empty'],
    ['separators', Buffer.from(';;;\n;;;\n'), 'table.empty'],
    ['an old workbook', ole('Workbook'), 'table.old-excel'],
    ['a workbook under a password', ole('EncryptedPackage'), 'table.encrypted'],
    ['a letter of old Word', ole('WordDocument'), 'table.other-format'],
    ['another compound file', ole('Msg'), 'table.not-a-table'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'table.other-format'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'table.other-format'],
    [
      'a page named .xls',
      Buffer.from('\r\n<html xmlns:x="urn"><table><tr><td>1</td></tr></table></html>'),
      'table.other-format',
    ],
    ['XML', Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a/>'), 'table.other-format'],
    ['JSON', Buffer.from('[{"a": 1}]'), 'table.other-format'],
    [
      'a bank statement',
      bytesOf(encodeCyrillic('1CClientBankExchange\r\nВерсияФормата=1.03\r\n', 'windows-1251')),
      'table.other-format',
    ],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 'table.not-a-table'],
    ['the beginning of a ZIP', Buffer.from('504b030414000600', 'hex'), 'table.broken'],
  ])('is refused: %s', async (_, bytes, code) => refused(bytes, code));

  it('is a ZIP of something else', async () => {
    await refused(zipped({ 'word/document.xml': '<a/>' }), 'table.other-format', {}, { format: 'DOCX' });
    await refused(zipped({ 'content.xml': '<a/>', mimetype: 'x' }), 'table.other-format', {}, { format: 'ODS' });
    await refused(zipped({ 'a.txt': 'x' }), 'table.other-format', {}, { format: 'ZIP' });
    await refused(zipped({ 'xl/workbook.bin': 'x' }), 'table.other-format', {}, { format: 'XLSB' });
  });

  it('is a workbook that was cut or spoilt', async () => {
    const whole = await workbook({ cells: row(1, ['А', 'Б']) + row(2, ['в', 'г']) });
    await refused(whole.subarray(0, -30), 'table.broken');
    await refused(workbook({ sheet: '<worksheet><sheetData><row r="1"><c t="str"><v>1</v></c>' }), 'table.broken');
    await refused(workbook({ sheet: 'никакой не XML' }), 'table.broken');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const spoilt = Buffer.from(whole);
        spoilt[at]! ^= flip;
        const error: unknown = await openTable(spoilt).then(rowsOf, (refusal: unknown) => refusal);
        expect(Array.isArray(error) || error instanceof DomainError).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('is a workbook that would grow without end', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    await refused(
      workbook({
        sheet: `${laughs}<worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      }),
      'table.broken',
    );
    await refused(workbook({ sheet: Buffer.alloc(70 * 2 ** 20, 0x20) }), 'table.too-large');
  });

  it('never ends in anything but a table or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\x03\x04', '\x03', 'А;Б\n'),
        async (bytes, start) => {
          const all = Buffer.concat([Buffer.from(start, 'latin1'), bytes]);
          const outcome: unknown = await openTable(all)
            .then(rowsOf)
            .catch((refusal: unknown) => refusal);
          expect(Array.isArray(outcome) || outcome instanceof DomainError).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function open(text: string, options?: OpenTableOptions): Promise<Table> {
  return openTable(Buffer.from(text), options);
}

async function rowsOf(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const read of table.rows()) rows.push(read);
  return rows;
}

async function linesOf(table: Table): Promise<string[]> {
  return (await rowsOf(table)).map(({ line, cells }) => `${line}: ${cells.map(({ text }) => text).join('|')}`);
}

async function refused(
  bytes: Uint8Array | Promise<Uint8Array>,
  code: string,
  options: OpenTableOptions = {},
  details: object = {},
): Promise<void> {
  await expect(openTable(await bytes, options).then(rowsOf)).rejects.toMatchObject({ code, details });
}

function bytesOf(encoded: ReturnType<typeof encodeCyrillic>): Buffer {
  if (!encoded.ok) throw new Error(encoded.character);
  return Buffer.from(encoded.bytes);
}

function dosBytes(text: string): Buffer {
  const all = new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from([...text].map((character) => all.indexOf(character)));
}

interface Contents {
  readonly cells?: string;
  readonly merged?: readonly string[];
  readonly strings?: string;
  readonly from1904?: boolean;
  readonly sheet?: string | Buffer;
  readonly sheets?: readonly { readonly name: string; readonly cells: string; readonly state?: string }[];
  readonly target?: string;
}

/** A workbook as other programs write it. */
function workbook({ cells = '', merged = [], strings, from1904, sheet, sheets, target }: Contents): Promise<Buffer> {
  const listed = sheets ?? [{ name: 'Лист1', cells, state: 'visible' }];
  const relation = (id: number, type: string, to: string) =>
    `<Relationship Id="r${id}" Type="http://x/${type}" Target="${to}"/>`;
  const formats = [
    'dd\\.mm\\.yyyy',
    'dd.mm.yyyy h:mm',
    '[$-419]ДД ММММ ГГГГ "г."',
    '0000000',
    '0.0%',
    'h:mm',
    '[h]:mm',
    '#,##0" д."',
  ];
  const worksheet = (rows: string) =>
    `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
  return zipped({
    '_rels/.rels': `<Relationships>${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${listed.map((_, i) => relation(i + 1, 'worksheet', target ?? `worksheets/sheet${i + 1}.xml`)).join('')}${relation(90, 'styles', 'styles.xml')}${relation(91, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${listed.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" state="${state ?? 'visible'}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${170 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings ?? ''}</sst>`,
    ...Object.fromEntries(
      listed.map(({ cells: rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet ?? worksheet(rows)]),
    ),
  });
}

function row(line: number, texts: readonly string[]): string {
  const cell = (text: string, i: number) =>
    text === '' ? '' : `<c r="${String.fromCharCode(65 + i)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<row r="${line}">${texts.map(cell).join('')}</row>`;
}

async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return gathered(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

interface DbfContents {
  readonly fields: readonly (readonly [name: string, type: string, width: number, decimals: number])[];
  readonly records: readonly string[];
  readonly raw?: readonly Buffer[];
  readonly mark?: number;
  readonly encoding?: 'ibm866' | 'windows-1251';
  readonly version?: number;
  readonly count?: number;
}

function dbf({ fields, records, raw = [], mark = 0, encoding = 'ibm866', version = 3, count }: DbfContents): Buffer {
  const bytes = (text: string) => (encoding === 'ibm866' ? dosBytes(text) : bytesOf(encodeCyrillic(text, encoding)));
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header[0] = version;
  header.set([126, 10, 31], 1);
  header.writeUInt32LE(count ?? records.length + raw.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + fields.reduce((width, field) => width + field[2], 0), 10);
  header[29] = mark;
  fields.forEach(([name, type, width, decimals], i) => {
    header.write(name, 32 + i * 32, 'latin1');
    header.write(type, 43 + i * 32, 'latin1');
    header.set([width, decimals], 48 + i * 32);
  });
  header[header.length - 1] = 0x0d;
  return Buffer.concat([header, ...records.map(bytes), ...raw, Buffer.from([0x1a])]);
}
