/**
 * A firm's name with its legal form as an abbreviation: «Общество с ограниченной ответственностью „Двор“» → «ООО „Двор“».
 * The mandatory block of a payment code holds 300 bytes, and in UTF-8 a Russian letter takes two of them.
 */
export function shortenLegalForm(name: string): string {
  return FORMS.reduce((text, [long, short]) => text.replace(long, short), name.trim().replaceAll(/\s+/g, ' '));
}

/** Longer forms first, so that a part of one is not taken for another. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/общество с ограниченной ответственностью/iu, 'ООО'],
  [/непубличное акционерное общество/iu, 'НАО'],
  [/публичное акционерное общество/iu, 'ПАО'],
  [/акционерное общество/iu, 'АО'],
  [/муниципальное унитарное предприятие/iu, 'МУП'],
  [/государственное унитарное предприятие/iu, 'ГУП'],
  [/товарищество собственников недвижимости/iu, 'ТСН'],
  [/товарищество собственников жилья/iu, 'ТСЖ'],
  [/жилищно-строительный кооператив/iu, 'ЖСК'],
  [/жилищный кооператив/iu, 'ЖК'],
  [/некоммерческая организация/iu, 'НО'],
  [/индивидуальный предприниматель/iu, 'ИП'],
  [/управляющая (?:компания|организация)/iu, 'УК'],
];
