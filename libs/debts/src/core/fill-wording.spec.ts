import { describe, expect, it } from '@jest/globals';
import { fillLine, fillWording, LETTER_FIELDS, type LetterFields } from './fill-wording.js';
import { LETTER_KINDS, STANDARD_WORDINGS } from './wordings.js';

const fields = Object.fromEntries(
  Object.keys(LETTER_FIELDS).map((name) => [name, `<${name}> {долг} & "x"`]),
) as LetterFields;

describe('an own wording', () => {
  it('gets its figures, paragraph by paragraph', () => {
    expect(
      fillWording('Долг  {Долг}\nи пени {пени}\n\n \nСчёт { счёт }', { ...fields, долг: '1', пени: '2', счёт: '3' }),
    ).toEqual(['Долг 1 и пени 2', 'Счёт 3']);
  });

  it('takes what is put in as text, fields and tags within it too', () => {
    expect(fillLine('{должник}', fields)).toBe('<должник> {долг} & "x"');
  });

  it('is refused where it names what there is not, with what there is; or says nothing', () => {
    expect(() => fillLine('Долг {сумма}', fields)).toThrow(
      expect.objectContaining({
        code: 'letter.unknown-field',
        details: { field: '{сумма}', known: expect.stringContaining('{долг}') },
      }),
    );
    expect(() => fillWording(' \n\n ', fields)).toThrow(expect.objectContaining({ code: 'letter.empty-wording' }));
  });
});

describe('the standard wordings', () => {
  it.each(LETTER_KINDS)('of %s name only what there is', (kind) => {
    const { opening, closing } = STANDARD_WORDINGS[kind];
    expect(fillWording(opening, fields).length).toBeGreaterThan(1);
    expect(fillWording(closing, fields).length).toBeGreaterThan(0);
  });
});
