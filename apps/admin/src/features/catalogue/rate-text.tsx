import { useFormat, useMessages } from '@dvor/ui';
import type { PriceRange, Rates } from './api.js';
import classes from './catalogue.module.css';
import { catalogueMessages } from './messages.js';
import { useRatesText } from './words.js';

interface Rate {
  readonly rates: Rates | null;
  readonly ranges: readonly PriceRange[] | null;
  readonly value: string | null;
  readonly service: { readonly unit: string };
}

/** The figure of a tariff or of a norm on one line, for lists and files. */
export function useRateText() {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const text = useRatesText();
  return ({ rates, ranges, value, service: { unit } }: Rate) => {
    if (value !== null) return format.decimal(value);
    if (!ranges) return rates ? text(rates) : '';
    return ranges
      .map(({ upTo, rates: prices }) => {
        const label = upTo === null ? t('range.rest') : t('range.to', { volume: format.volume(upTo, unit) });
        return `${label}: ${text(prices)}`;
      })
      .join('; ');
  };
}

/** The same with ranges on lines of their own. */
export function RateText({ rate }: { rate: Rate }) {
  const text = useRateText();
  return (
    <span className={`${classes.lines} ${classes.figures}`}>
      {text(rate)
        .split('; ')
        .map((line) => (
          <span key={line}>{line}</span>
        ))}
    </span>
  );
}
