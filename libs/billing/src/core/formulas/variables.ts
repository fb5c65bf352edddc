/** A quantity that a formula may use, by the name that it has in workings. */
export type VariableName =
  | 'площадь'
  | 'жилая площадь'
  | 'площадь дома'
  | 'площадь общего имущества'
  | 'прописано'
  | 'проживающих'
  | 'собственников'
  | 'помещений'
  | 'тариф'
  | 'норматив'
  | 'дней'
  | 'дней в месяце';

/** Every name by which a quantity may be called, in lower case, with ё as е and spaces for underscores. */
export const VARIABLE_NAMES: Readonly<Record<string, VariableName>> = {
  площадь: 'площадь',
  area: 'площадь',
  'жилая площадь': 'жилая площадь',
  'living area': 'жилая площадь',
  'площадь дома': 'площадь дома',
  'house area': 'площадь дома',
  'площадь общего имущества': 'площадь общего имущества',
  'common area': 'площадь общего имущества',
  прописано: 'прописано',
  registered: 'прописано',
  проживающих: 'проживающих',
  residents: 'проживающих',
  собственников: 'собственников',
  owners: 'собственников',
  помещений: 'помещений',
  premises: 'помещений',
  тариф: 'тариф',
  rate: 'тариф',
  tariff: 'тариф',
  норматив: 'норматив',
  norm: 'норматив',
  дней: 'дней',
  days: 'дней',
  'дней в месяце': 'дней в месяце',
  'days in month': 'дней в месяце',
};

/** The longest name has so many words. */
export const MOST_WORDS = 3;

export type FunctionName = 'min' | 'max' | 'if' | 'volume';

export const FUNCTION_NAMES: Readonly<Record<string, FunctionName>> = {
  min: 'min',
  мин: 'min',
  минимум: 'min',
  max: 'max',
  макс: 'max',
  максимум: 'max',
  если: 'if',
  if: 'if',
  объем: 'volume',
  volume: 'volume',
};

/** What a name is looked up by. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е').replaceAll('_', ' ');
}
