import { describe, expect, it } from '@jest/globals';
import { csvFigure, csvText } from './csv.js';

describe('csvText', () => {
  it('quotes what needs it and starts with a byte-order mark', () => {
    expect(csvText(['Адрес', 'Долг'], [['ул. "Мира"; 5', csvFigure('-1234.50')]])).toBe(
      '\ufeffАдрес;Долг\r\n"ул. ""Мира""; 5";-1234,50\r\n',
    );
  });

  it('never hands a spreadsheet a formula', () => {
    expect(csvText(['Имя'], [['=HYPERLINK("x")'], ['-2+3'], ['@x']])).toContain(`"'=HYPERLINK(""x"")"\r\n'-2+3\r\n'@x`);
  });
});
