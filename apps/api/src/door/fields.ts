import { isTimeZone } from '@dvor/auth';
import { checkInn, checkKpp, checkOgrn, checkOgrnip, tryParseDate, tryParsePeriod } from '@dvor/kernel';
import { ValidateBy } from 'class-validator';

/** Checks of our own for fields of requests; their texts are in `validation-texts.ts`. */
export const IsInn = () => textThat('isInn', (text) => checkInn(text) === 'ok');
export const IsKpp = () => textThat('isKpp', (text) => checkKpp(text) === 'ok');
export const IsOgrn = () => textThat('isOgrn', (text) => checkOgrn(text) === 'ok' || checkOgrnip(text) === 'ok');
export const IsTimeZone = () => textThat('isTimeZone', isTimeZone);
/** `2026-10` */
export const IsMonth = () => textThat('isMonth', (text) => tryParsePeriod(text) !== null);
/** `2026-10-31` */
export const IsDay = () => textThat('isDay', (text) => tryParseDate(text) !== null);
export const IsId = () => textThat('isId', isId);

/** A database id: a whole number that fits bigint. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

function textThat(name: string, isRight: (text: string) => boolean): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && isRight(value) } });
}
