import { FormGrid, FormSection, useFormat, useMessages } from '@dvor/ui';
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { basisMessages } from '../../lib/basis/messages.js';
import { isNumber } from '../../lib/basis/typed.js';
import type { RateKind } from './api.js';
import classes from './catalogue.module.css';
import { catalogueMessages } from './messages.js';
import { emptyRange, type Scheme, SCHEMES, type TypedRate } from './prices.js';
import { useZoneName } from './words.js';

const MOST_RANGES = 3;

/** The figures of a tariff or of a norm. In the form they stand under `rate`. */
export function RateFields<Values extends { rate: TypedRate }>({
  form,
  kind,
  unit,
  plain = false,
}: {
  form: UseFormReturnType<Values>;
  kind: RateKind;
  unit: string;
  /** Neither ranges nor VAT: they play no part in the question. */
  plain?: boolean;
}) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const { rate } = form.getValues();
  const setRate = (next: Partial<TypedRate>) =>
    form.setFieldValue('rate', { ...rate, ...next } as Parameters<typeof form.setFieldValue>[1] as never);
  if (kind === 'norm')
    return (
      <TextInput
        label={unit ? t('norm.in', { unit: format.unit(unit) }) : t('norm')}
        required
        inputMode="decimal"
        maw={220}
        {...form.getInputProps('rate.value')}
      />
    );
  return (
    <FormSection title={unit ? t('rate.in', { unit: format.unit(unit) }) : t('rate')}>
      <FormGrid>
        <Select
          label={t('scheme')}
          allowDeselect={false}
          data={(Object.keys(SCHEMES) as Scheme[]).map((value) => ({ value, label: t(`scheme.${value}`) }))}
          value={rate.scheme}
          onChange={(scheme) => setRate({ scheme: (scheme ?? 'one') as Scheme })}
        />
        {!plain && (
          <div>
            <div className={classes.label}>{t('ranges')}</div>
            <SegmentedControl
              aria-label={t('ranges')}
              value={rate.hasRanges ? 'ranges' : 'single'}
              onChange={(chosen) =>
                setRate(
                  chosen === 'ranges'
                    ? { hasRanges: true, ranges: [rate.ranges[0] ?? emptyRange(), emptyRange()] }
                    : { hasRanges: false, ranges: rate.ranges.slice(0, 1) },
                )
              }
              data={(['single', 'ranges'] as const).map((value) => ({ value, label: t(`ranges.${value}`) }))}
            />
          </div>
        )}
      </FormGrid>
      {rate.ranges.map((_, i) => (
        <Range key={i} form={form} at={i} />
      ))}
      {rate.hasRanges && (
        <div className={classes.buttons}>
          {rate.ranges.length < MOST_RANGES && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => setRate({ ranges: [...rate.ranges, emptyRange()] })}
            >
              {t('ranges.add')}
            </Button>
          )}
          {rate.ranges.length > 2 && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconX size={14} />}
              onClick={() => setRate({ ranges: rate.ranges.slice(0, -1) })}
            >
              {t('ranges.remove')}
            </Button>
          )}
        </div>
      )}
      {!plain && (
        <TextInput
          label={t('vat')}
          placeholder={t('vat.none')}
          inputMode="decimal"
          maw={220}
          {...form.getInputProps('rate.vatRate')}
        />
      )}
    </FormSection>
  );
}

function Range<Values extends { rate: TypedRate }>({ form, at }: { form: UseFormReturnType<Values>; at: number }) {
  const t = useMessages(catalogueMessages);
  const zoneName = useZoneName();
  const { scheme, hasRanges, ranges } = form.getValues().rate;
  const last = at === ranges.length - 1;
  const of = (label: string) => (hasRanges ? t('range.of', { n: at + 1, label }) : label);
  return (
    <div className={classes.range}>
      {hasRanges && (
        <TextInput
          label={t('range.upTo', { n: at + 1 })}
          placeholder={last ? t('range.above') : undefined}
          disabled={last}
          required={!last}
          inputMode="decimal"
          {...form.getInputProps(`rate.ranges.${at}.upTo`)}
        />
      )}
      {SCHEMES[scheme].map((zone) => (
        <TextInput
          key={zone}
          label={of(zone === 'rate' ? t('price') : t('price.zone', { zone: zoneName(zone) }))}
          required
          inputMode="decimal"
          {...form.getInputProps(`rate.ranges.${at}.prices.${zone}`)}
        />
      ))}
    </div>
  );
}

/** What can be said of the figures before the server is asked; names are those of the fields above. */
export function useRateChecks() {
  const t = useMessages(basisMessages);
  return useMemo(() => {
    const number = (text: string | undefined) => (isNumber(text ?? '') ? null : t('need.number'));
    return {
      figures(kind: RateKind, { scheme, hasRanges, ranges, vatRate, value }: TypedRate): Record<string, string> {
        const found: Record<string, string | null> =
          kind === 'norm'
            ? { 'rate.value': number(value) }
            : { 'rate.vatRate': vatRate.trim() ? number(vatRate) : null };
        if (kind === 'tariff')
          for (const [i, { upTo, prices }] of (hasRanges ? ranges : ranges.slice(0, 1)).entries()) {
            if (hasRanges && i < ranges.length - 1) found[`rate.ranges.${i}.upTo`] = number(upTo);
            for (const zone of SCHEMES[scheme]) found[`rate.ranges.${i}.prices.${zone}`] = number(prices[zone]);
          }
        return Object.fromEntries(Object.entries(found).filter((one): one is [string, string] => one[1] !== null));
      },
    };
  }, [t]);
}
