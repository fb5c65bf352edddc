import { describe, expect, it } from '@jest/globals';
import yazl from 'yazl';
import { writeXlsx } from '../tables/write-xlsx.js';
import { inspectFile } from './inspect-file.js';

const hours = (values: readonly string[]) =>
  values
    .map((value, i) => {
      const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}00`;
      return `<period start="${clock(i)}" end="${clock(i + 1)}"><value>${value}</value></period>`;
    })
    .join('');
const message = (number: number, value: string) =>
  `<message class="80020" number="${number}"><datetime><day>20261020</day></datetime><sender><inn>5</inn></sender>
   <area><inn>7</inn><measuringpoint code="1"><measuringchannel code="01">${hours(Array(24).fill(value))}</measuringchannel></measuringpoint></area></message>`;

describe('inspecting a file', () => {
  it('adds up the energy of a day and tells its problems by line', async () => {
    expect(await inspectFile(Buffer.from(message(1, '0.5')))).toEqual({
      format: 'xml-80020',
      encoding: 'utf-8',
      totals: {
        ...{ messages: 1, days: ['2026-10-20'], numbers: [1], points: 1, channels: 1, unknown: 0, doubtful: 0 },
        energy: { '01': '12' },
      },
      rows: 24,
      problems: [],
    });
    const broken = await inspectFile(Buffer.from(message(1, 'NaN')));
    expect(broken.totals).toMatchObject({ unknown: 24 });
    expect(broken.problems[0]).toEqual({ line: 2, value: 'NaN', reason: 'value-unreadable' });
  });

  it('knows an archive of messages, of which the higher number counts', async () => {
    const zip = await zipOf({ 'a.xml': message(810, '1'), 'b.xml': message(817, '2') });
    expect(await inspectFile(zip)).toMatchObject({ rows: 24, totals: { numbers: [817], energy: { '01': '48' } } });
  });

  it('knows a registry of readings', async () => {
    const text = '1000000001;И. И.;;77;адрес;9;111;ХВС;;12,5;20.10.2026;;8;112;ГВС;;x;20.10.2026;\n';
    expect(await inspectFile(Buffer.from(text))).toEqual({
      ...{ format: 'readings-registry', encoding: 'utf-8', rows: 1 },
      totals: { accounts: 1, meters: 1, readings: 1 },
      problems: [{ line: 1, value: 'x', reason: 'value-unreadable' }],
    });
  });

  it('knows a payment QR', async () => {
    const qr =
      'ST00012|Name=ТСЖ|PersonalAcc=40702810000000000001|BankName=Банк|BIC=040173604|CorrespAcc=30101810200000000604|Sum=100';
    expect(await inspectFile(Buffer.from(qr))).toMatchObject({ format: 'payment-qr', totals: { Sum: '100' }, rows: 1 });
  });

  it('counts the rows of tables', async () => {
    expect(await inspectFile(Buffer.from('Счёт;Сумма\n1;2\n3;4\n'))).toMatchObject({
      ...{ format: 'csv', encoding: 'utf-8', rows: 2, problems: [] },
      totals: { columns: 2, headings: ['Счёт', 'Сумма'], notes: [] },
    });
    const sheet = await together(writeXlsx('Лист', ['Счёт'], [['1'], ['2'], ['3']]));
    expect(await inspectFile(sheet)).toMatchObject({ format: 'xlsx', rows: 3 });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'table.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'table.other-format'],
    ['another XML', Buffer.from('<?xml version="1.0"?><Файл/>'), 'table.other-format'],
  ])('says of %s that it is nothing it reads', async (_, bytes, reason) => {
    const { format, problems } = await inspectFile(bytes);
    expect([format, problems[0]!.reason]).toEqual(['unknown', reason]);
  });
});

async function zipOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return together(zip.outputStream as AsyncIterable<Uint8Array>);
}

async function together(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read);
}
