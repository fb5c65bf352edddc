import { isTimeZone } from '@dvor/auth';
import { checkInn, checkKpp, checkOgrn, checkOgrnip, parseDecimal, tryParseDate, tryParsePeriod } from '@dvor/kernel';
import { tryParseMinute } from '@dvor/billing/core';
import { isAddressRange } from '@dvor/platform';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, ValidateBy, type ValidationOptions } from 'class-validator';

/** Checks of our own for fields of requests; their texts are in `validation-texts.ts`. */
export const IsInn = () => textThat('isInn', (text) => checkInn(text) === 'ok');
export const IsKpp = () => textThat('isKpp', (text) => checkKpp(text) === 'ok');
export const IsOgrn = () => textThat('isOgrn', (text) => checkOgrn(text) === 'ok' || checkOgrnip(text) === 'ok');
export const IsTimeZone = () => textThat('isTimeZone', isTimeZone);
/** `2026-10` */
export const IsMonth = () => textThat('isMonth', (text) => tryParsePeriod(text) !== null);
/** `2026-10-31` */
/** Not 1026, nor 2206: a slip of the pen. */
export const IsDay = () => textThat('isDay', (text) => tryParseDate(text) !== null && /^(19|20)/.test(text));
/** `45.3`: a decimal number, not below zero. */
export const IsDecimal = () => textThat('isDecimalText', (text) => parseDecimal(text)?.gte('0') ?? false);
/** `-3.5`: a decimal number of any sign. */
export const IsSignedDecimal = () => textThat('isSignedDecimal', (text) => parseDecimal(text) !== null);
/** `2026-09-10T08:00`, by the house's own clock. */
export const IsMinute = () => textThat('isMinute', (text) => tryParseMinute(text) !== null && /^20/.test(text));
/** `1/3` */
export const IsShare = () => textThat('isShare', (text) => /^[1-9]\d{0,8}\/[1-9]\d{0,8}$/.test(text));
/** An instant such as `2026-03-05T09:00:00Z`. */
export const IsInstant = () =>
  textThat('isInstant', (text) => /^20\d\d-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)));
/** `true` or `false` in a query. */
export const IsFlag = () =>
  applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown))),
    IsBoolean(),
  );
export const IsId = (options?: ValidationOptions) => textThat('isId', isId, options);

/** `['203.0.113.7', '2001:db8::/32']` */
export const AreAddressRanges = (): PropertyDecorator =>
  ValidateBy({
    name: 'areAddressRanges',
    validator: {
      validate: (value: unknown) =>
        Array.isArray(value) && value.every((one) => typeof one === 'string' && isAddressRange(one)),
    },
  });

/** `{ stove: 'electric' }`: what tariffs and norms look at. */
export const IsTraits = () =>
  recordThat('isTraits', (value) => ['string', 'boolean'].includes(typeof value) || Number.isFinite(value));
/** `{ rate: '36.47' }`: names and texts. */
export const IsTexts = () => recordThat('isTexts', (value) => typeof value === 'string' && value.length <= 200);

/** `'123.45'`, or by the zones of the meter: `{ day: '1200', night: '611' }`; what the text says is judged elsewhere. */
export const IsReadingValue = (): PropertyDecorator => {
  const isText = (value: unknown) => typeof value === 'string' && value.length <= 40;
  const isZoned = (value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isText);
  const validate = (value: unknown) => isText(value) || (isZoned(value) && Object.keys(value as object).length <= 20);
  return ValidateBy({ name: 'isReadingValue', validator: { validate } });
};

/** A database id: a whole number that fits bigint. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,17}$/.test(text);
}

function textThat(name: string, isRight: (text: string) => boolean, options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isRight(value);
  return ValidateBy({ name, validator: { validate } }, options);
}

function recordThat(name: string, isRight: (value: unknown) => boolean): PropertyDecorator {
  const validate = (value: unknown) =>
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).length <= 20 &&
    Object.entries(value).every(([key, one]) => key.length > 0 && key.length <= 100 && isRight(one));
  return ValidateBy({ name, validator: { validate } });
}
