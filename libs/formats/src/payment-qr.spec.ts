import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@dvor/kernel';
import fc from 'fast-check';
import { encodeCyrillic } from './cyrillic-encodings.js';
import { decodePaymentQr } from './decode-payment-qr.js';
import { cleanValue, encodePaymentQr, paymentQrBytes, paymentQrProblems } from './encode-payment-qr.js';
import type { PaymentQrFields } from './payment-qr-fields.js';

const requisites = {
  Name: 'ООО «УК Тихий двор»',
  PersonalAcc: '40702810200000012345',
  BankName: 'Банк «Обь» (АО)',
  BIC: '044525225',
  CorrespAcc: '30101810400000000225',
} satisfies PaymentQrFields;

const block =
  'Name=ООО «УК Тихий двор»|PersonalAcc=40702810200000012345|BankName=Банк «Обь» (АО)|BIC=044525225|CorrespAcc=30101810400000000225';

function problemsOf(
  fields: Partial<PaymentQrFields>,
  encoding: Parameters<typeof encodePaymentQr>[1] = 'utf-8',
): string[] {
  return paymentQrProblems(fields as PaymentQrFields, encoding).map(({ code, field }) =>
    field ? `${code} ${field}` : code,
  );
}

const bytesIn = (encoding: Parameters<typeof encodePaymentQr>[1], fields: PaymentQrFields) =>
  paymentQrBytes(encodePaymentQr(fields, encoding));

function read(payload: string | Uint8Array, reading?: Parameters<typeof decodePaymentQr>[1]) {
  const decoded = decodePaymentQr(payload, reading);
  if (!decoded.ok) throw new Error(decoded.problems.map(({ code, field }) => `${code} ${field}`).join(', '));
  return decoded;
}

function refusal(payload: string | Uint8Array, reading?: Parameters<typeof decodePaymentQr>[1]): string[] {
  const decoded = decodePaymentQr(payload, reading);
  return decoded.ok ? [] : decoded.problems.map(({ code, field }) => (field ? `${code} ${field}` : code));
}

const warningsOf = (payload: string | Uint8Array) =>
  read(payload).warnings.map(({ code, field }) => (field ? `${code} ${field}` : code));

describe('encodePaymentQr', () => {
  it('writes the mandatory block first and the rest in the customary order, however they are given', () => {
    const shuffled: PaymentQrFields = {
      TechCode: '02',
      Purpose: 'Оплата ЖКУ за октябрь 2026, ЛС 1000000001',
      Sum: '1234567',
      CorrespAcc: requisites.CorrespAcc,
      BIC: requisites.BIC,
      PaymPeriod: '102026',
      BankName: requisites.BankName,
      PersAcc: '1000000001',
      PersonalAcc: requisites.PersonalAcc,
      PayeeINN: '2221000006',
      Name: requisites.Name,
    };
    expect(encodePaymentQr(shuffled)).toBe(
      `ST00012|${block}|Sum=1234567|PayeeINN=2221000006|PersAcc=1000000001|PaymPeriod=102026` +
        '|Purpose=Оплата ЖКУ за октябрь 2026, ЛС 1000000001|TechCode=02',
    );
  });

  it('takes another separator where a value holds the customary one', () => {
    const fields = { ...requisites, Purpose: 'ЖКУ | октябрь #10' };
    expect(encodePaymentQr(fields)).toBe(`ST00012;${block.replaceAll('|', ';')};Purpose=ЖКУ | октябрь #10`);
    expect(read(encodePaymentQr(fields)).values).toEqual(fields);
  });

  it('refuses a text that uses up every separator', () => {
    expect(problemsOf({ ...requisites, Purpose: '|#;:^_~{}!$%&()*+,/@' })).toEqual(['no-separator-left']);
  });

  it('cleans line ends, no-break spaces and HTML entities out of values', () => {
    expect(cleanValue('ООО\u00a0&quot;Двор&quot;\r\nг.&nbsp;Барнаул\u00ad ')).toBe('ООО "Двор" г. Барнаул');
    expect(cleanValue('&#171;Обь&#xBB; &amp;amp; Ко &неизвестно;')).toBe('«Обь» & Ко &неизвестно;');
  });

  it('leaves empty values out and writes 0 for a bank without a correspondent account', () => {
    expect(encodePaymentQr({ ...requisites, CorrespAcc: '', PayerINN: ' ' })).toBe(
      `ST00012|${block.replace(/CorrespAcc=\d+/, 'CorrespAcc=0')}`,
    );
  });

  it.each([
    ['roubles with a comma', { Sum: '20616,36' }, 'field-shape Sum'],
    ['roubles with a point', { Sum: '20616.36' }, 'field-shape Sum'],
    ['a negative sum', { Sum: '-100' }, 'field-shape Sum'],
    ['nothing to pay', { Sum: '0' }, 'field-shape Sum'],
    ['19 digits of kopecks', { Sum: '1234567890123456789' }, 'field-shape Sum'],
    ['a short account', { PersonalAcc: '4070281020000001234' }, 'field-shape PersonalAcc'],
    ['letters in the БИК', { BIC: '04452522О' }, 'field-shape BIC'],
    ['a name of 161 characters', { Name: 'x'.repeat(161) }, 'field-shape Name'],
    ['a bank name of 46', { BankName: 'x'.repeat(46) }, 'field-shape BankName'],
    ['a purpose of 211', { Purpose: 'я'.repeat(211) }, 'field-shape Purpose'],
    ['a date in the wrong spelling', { DocDate: '2026-10-31' }, 'field-shape DocDate'],
    ['no name', { Name: ' ' }, 'field-missing Name'],
    ['no bank', { BankName: undefined }, 'field-missing BankName'],
    ['no correspondent account, not even an empty one', { CorrespAcc: undefined }, 'field-missing CorrespAcc'],
    ['a field of its own making', { Amount: '100' }, 'field-unknown Amount'],
  ])('refuses %s', (_, wrong, problem) => {
    expect(problemsOf({ ...requisites, ...(wrong as Partial<PaymentQrFields>) })).toEqual([problem]);
    expect(() => encodePaymentQr({ ...requisites, ...wrong } as PaymentQrFields)).toThrow(DomainError);
  });

  it('lists everything that is wrong at once', () => {
    expect(problemsOf({ Name: 'ООО', BIC: '1', Sum: '1,5' })).toEqual([
      'field-missing PersonalAcc',
      'field-missing BankName',
      'field-missing CorrespAcc',
      'field-shape BIC',
      'field-shape Sum',
    ]);
  });

  it('holds the mandatory block to 300 bytes: what is too long in UTF-8 may fit in one-byte letters', () => {
    const long = { ...requisites, Name: 'Товарищество собственников недвижимости «Дом на набережной имени адмирала»' };
    expect(problemsOf(long)).toEqual([]);
    const longer = { ...requisites, Name: `${long.Name} в городе Барнауле, корпус второй` };
    expect(problemsOf(longer)).toEqual(['block-too-long']);
    expect(problemsOf(longer, 'windows-1251')).toEqual([]);
  });

  it('counts exactly: 300 bytes pass, 301 do not', () => {
    const withoutName = new TextEncoder().encode(block.replace(/Name=[^|]*/, 'Name=')).length;
    const name = (bytes: number) => ({ ...requisites, Name: 'x'.repeat(bytes - withoutName) });
    expect(problemsOf(name(300))).toEqual(name(300).Name.length > 160 ? ['field-shape Name'] : []);
    const bank = { BankName: 'я'.repeat(45) };
    const rest = new TextEncoder().encode(
      `${block.replace(/Name=[^|]*/, 'Name=').replace(requisites.BankName, bank.BankName)}`,
    ).length;
    expect(problemsOf({ ...requisites, ...bank, Name: 'x'.repeat(300 - rest) })).toEqual([]);
    expect(problemsOf({ ...requisites, ...bank, Name: 'x'.repeat(301 - rest) })).toEqual(['block-too-long']);
  });

  it('names the character that a one-byte encoding lacks', () => {
    expect(paymentQrProblems({ ...requisites, Purpose: 'долг −5 ₽' }, 'windows-1251')).toEqual([
      { code: 'encoding-lacks-character', field: 'Purpose', value: '−' },
    ]);
  });

  it('gives the bytes of the encoding that the header names', () => {
    expect([...bytesIn('windows-1251', requisites).slice(0, 16)]).toEqual([
      ...new TextEncoder().encode('ST00011|Name='),
      ...[0xce, 0xce, 0xce],
    ]);
    const koi8 = { ...requisites, Name: 'ООО УК Тихий двор', BankName: 'Банк Обь' };
    expect([...bytesIn('koi8-r', koi8).slice(6, 16)]).toEqual([
      ...new TextEncoder().encode('3|Name='),
      ...[0xef, 0xef, 0xef],
    ]);
    expect(() => paymentQrBytes('ST00011|Name=5 ₽')).toThrow(RangeError);
    expect(() => paymentQrBytes('ST00014|Name=x')).toThrow(RangeError);
  });
});

describe('decodePaymentQr', () => {
  it.each([
    '',
    'ST0012|field1=Hello',
    `SA00012|${block}`,
    `ST00022|${block}`,
    `ST00010|${block}`,
    `ST00014|${block}`,
    `ST00012Name=x`,
    'https://example.test/',
  ])('refuses the header of «%s» in every reading', (payload) => {
    expect(refusal(payload)).toEqual(['header']);
    expect(refusal(payload, 'account')).toEqual(['header']);
  });

  it('understands names in any case, blanks, line feeds and a trailing separator', () => {
    const payload = `\uFEFFST00012|\n${block.replace('BIC', 'bic')}|\r\n persAcc = 0000123 |PAYMPERIOD=0926|lastName=Иванов|`;
    expect(read(payload).values).toEqual({ ...requisites, PersAcc: '0000123', PaymPeriod: '0926', LastName: 'Иванов' });
    expect(warningsOf(payload)).toEqual([]);
  });

  it('understands the well-known misspellings', () => {
    const payload = `ST00012|${block}|СВС=18811302031010000130|FitstName=Анна|Docldx=7|PayerldType=1|Ruleld=2`;
    expect(read(payload).values).toMatchObject({
      ...{ CBC: '18811302031010000130', FirstName: 'Анна', DocIdx: '7', PayerIdType: '1', RuleId: '2' },
    });
  });

  it('keeps unknown fields under their own names and says so', () => {
    expect(read(`ST00012|${block}|Fine=0|calc=a=b`).values).toMatchObject({ Fine: '0', calc: 'a=b' });
    expect(warningsOf(`ST00012|${block}|Fine=0`)).toEqual(['field-unknown Fine']);
    expect(read(`ST00012|${block}|__proto__=1`).values['__proto__']).toBe('1');
  });

  it('leaves empty values out; an empty correspondent account means that there is none', () => {
    const payload = `ST00012|${block.replace(/CorrespAcc=\d+/, 'CorrespAcc=')}|PayerINN=`;
    const { Name, PersonalAcc, BankName, BIC } = requisites;
    expect(read(payload, 'strict').values).toEqual({ Name, PersonalAcc, BankName, BIC });
  });

  it('overlooks in a payment what does not change where the money goes', () => {
    const payload = `ST00012|PayeeINN=2221000006|${block}|DocDate=2026-10-31|мусор`;
    expect(warningsOf(payload)).toEqual(['text-without-field', 'field-order Name', 'field-shape DocDate']);
    expect(refusal(payload, 'strict')).toEqual(['text-without-field', 'field-order Name', 'field-shape DocDate']);
  });

  it('does not pay by a wrong sum or half of the requisites, but still finds the account', () => {
    const payload = 'ST00012|Name=Водоканал|PersonalAcc=40702810200000012345|BIC=044525225|PersAcc=9004|Sum=20616,36';
    expect(refusal(payload)).toEqual(['field-missing BankName', 'field-missing CorrespAcc', 'field-shape Sum']);
    expect(read(payload, 'account').values).toMatchObject({ PersAcc: '9004', Sum: '20616,36' });
  });

  it('refuses a field given twice with different values, not a mere repetition', () => {
    expect(refusal(`ST00012|${block}|Sum=100|sum=200`)).toEqual(['field-twice Sum']);
    expect(read(`ST00012|${block}|Sum=100|Sum=100`).values.Sum).toBe('100');
  });

  it('reads one-byte letters by the header and UTF-8 whatever the header says', () => {
    const cp1251 = bytesIn('windows-1251', requisites);
    expect(read(cp1251)).toMatchObject({ values: requisites, encoding: 'windows-1251', warnings: [] });
    const mislabelled = new TextEncoder().encode(`ST00011|${block}`);
    expect(read(mislabelled)).toMatchObject({
      values: requisites,
      encoding: 'utf-8',
      warnings: [{ code: 'encoding-mislabelled' }],
    });
    const koi8 = { ...requisites, Name: 'ООО УК Тихий двор', BankName: 'Банк Обь' };
    expect(read(bytesIn('koi8-r', koi8))).toMatchObject({ values: koi8, encoding: 'koi8-r', warnings: [] });
  });

  it('reads Windows letters under a header that claims UTF-8', () => {
    const encoded = encodeCyrillic(`ST00012|${block}`, 'windows-1251');
    expect(encoded.ok && read(encoded.bytes)).toMatchObject({ values: requisites, encoding: 'windows-1251' });
    expect(encoded.ok && refusal(encoded.bytes, 'strict')).toEqual(['encoding-mislabelled']);
  });

  it.each(['windows-1251', 'utf-8'] as const)(
    'puts right what a scanner read as Western European from %s',
    (encoding) => {
      const misread = new TextDecoder('windows-1252').decode(bytesIn(encoding, requisites));
      expect(misread).not.toContain('Двор');
      expect(read(misread).values).toEqual(requisites);
    },
  );

  it('leaves Latin texts with accents alone', () => {
    const fields = { ...requisites, Name: 'Café «Müller»', BankName: 'Obj Bank' };
    expect(read(encodePaymentQr(fields)).values).toEqual(fields);
  });
});

describe('a payment QR there and back', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const text = (maxLength: number) =>
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength })
      .map(cleanValue)
      .filter((value) => value !== '');
  const fields = fc.record(
    {
      Name: fc.oneof(text(30), fc.stringMatching(/^[А-Яа-яё «»"|#;№-]{1,30}$/)),
      PersonalAcc: digits(20),
      BankName: text(12),
      BIC: digits(9),
      CorrespAcc: fc.oneof(digits(20), fc.constant('0')),
      Sum: fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map(String),
      PersAcc: text(20),
      Purpose: text(70),
      PayerAddress: text(70),
    },
    { requiredKeys: ['Name', 'PersonalAcc', 'BankName', 'BIC', 'CorrespAcc'] },
  );

  it('gives back exactly what was written, or was refused', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const wellFormed = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, cleanValue(value)]));
        if (paymentQrProblems(given).length > 0) return;
        const payload = encodePaymentQr(given);
        expect(read(payload, 'strict').values).toEqual(wellFormed);
        expect(read(new TextEncoder().encode(payload), 'strict').values).toEqual(wellFormed);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on what a camera may see', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.uint8Array(),
          fc.string().map((rest) => `ST00012|${rest}`),
        ),
        (payload) => {
          expect(typeof decodePaymentQr(payload).ok).toBe('boolean');
        },
      ),
    );
  });
});
