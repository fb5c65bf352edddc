import { amountsOf } from '@dvor/metering/core';
import { useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type OwnMeter, type OwnReading, useOwnReadings } from './api.js';
import { readingMessages } from './messages.js';
import classes from './readings.module.css';

/** All that was read from a meter, the latest first; fetched once it is opened. */
export function MeterHistory({ meter }: { meter: OwnMeter }) {
  const t = useMessages(readingMessages);
  const [isOpen, setOpen] = useState(false);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useOwnReadings(meter.id, { enabled: isOpen });
  return (
    <details className={classes.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history')}</summary>
      <ul>
        {data?.pages
          .flatMap(({ items }) => items)
          .map((reading) => (
            <Past key={reading.id} reading={reading} zones={meter.zones} />
          ))}
      </ul>
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </details>
  );
}

function Past({ reading, zones }: { reading: OwnReading; zones: readonly string[] }) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const value = amountsOf(reading.value, zones)
    .map((amount) => format.decimal(amount))
    .join(' / ');
  return (
    <li data-refused={!reading.counts || undefined}>
      <span>{format.day(reading.date)}</span>
      <strong>{value}</strong>
      <span className={classes.quiet}>
        {[t(`source.${reading.source}`), ...(reading.counts ? [] : [t('refusedOne')])].join(', ')}
      </span>
    </li>
  );
}
