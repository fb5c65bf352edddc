import { describe, expect, it } from '@jest/globals';
import { assertFills, fillLine, fillWording, LETTER_FIELDS, type LetterFields } from './fill-wording.js';
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
        details: { field: '{сумма}', known: expect.stringContaining('{долг}'), paragraph: 1 },
      }),
    );
    expect(() => fillWording(' \n\n ', fields)).toThrow(expect.objectContaining({ code: 'letter.empty-wording' }));
  });
});

describe('a wording before it is kept', () => {
  const right = { title: 'О долге {долг}.', opening: 'Долг {долг}.', closing: 'Оплатите до {оплатить до}.' };
  const refusal = (part: object) => {
    try {
      assertFills({ ...right, ...part });
    } catch (error) {
      return error;
    }
    return null;
  };

  it('is right where it names what there is', () => {
    expect(refusal({})).toBeNull();
  });

  it.each([
    [{ closing: 'Долг {долг}\n\nОплатите {сумма}.' }, 'letter.unknown-field', { field: '{сумма}', paragraph: 2 }],
    [{ title: 'О долге {}' }, 'letter.unknown-field', { requestField: 'title', field: '{}' }],
    [{ opening: 'Долг {долг' }, 'letter.stray-brace', { requestField: 'opening', paragraph: 1, near: 'Долг {долг' }],
    [{ opening: 'Долг {долг}}' }, 'letter.stray-brace', { requestField: 'opening' }],
    [{ closing: ' \n \n' }, 'letter.empty-wording', { requestField: 'closing' }],
  ])('is refused with its place: %j', (part, code, details) => {
    expect(refusal(part)).toMatchObject({ code, details });
  });
});

describe('the standard wordings', () => {
  it.each(LETTER_KINDS)('of %s name only what there is', (kind) => {
    const { opening, closing } = STANDARD_WORDINGS[kind];
    expect(fillWording(opening, fields).length).toBeGreaterThan(1);
    expect(fillWording(closing, fields).length).toBeGreaterThan(0);
  });
});
