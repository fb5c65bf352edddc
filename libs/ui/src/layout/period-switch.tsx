import { ActionIcon, Popover } from '@mantine/core';
import { addMonths, formatPeriod, parsePeriod, periodOf, yearOf } from '@dvor/kernel';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { capitalized, formatMonthName } from '../format/dates.js';
import { useFormat } from '../format/use-format.js';
import { useLanguage, useMessages } from '../i18n/i18n.js';
import { uiMessages } from '../feedback/messages.js';
import classes from './layout.module.css';

interface Props {
  readonly period: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (period: string) => void;
  /** The month is the page's own name. */
  readonly heading?: boolean;
}

/** `‹ октябрь 2026 ›`: a month back, a month on, any month by its name. */
export function PeriodSwitch({ period, min, max, onChange, heading }: Props) {
  const t = useMessages(uiMessages);
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const current = parsePeriod(period);
  const previous = formatPeriod(addMonths(current, -1));
  const next = formatPeriod(addMonths(current, 1));

  function pick(chosen: string): void {
    setOpened(false);
    onChange(chosen);
  }

  return (
    <div className={classes.period} data-heading={heading || undefined}>
      <ActionIcon
        aria-label={t('period.previous')}
        title={t('period.previous')}
        disabled={min !== undefined && previous < min}
        onClick={() => onChange(previous)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover opened={opened} onChange={setOpened} trapFocus returnFocus>
        <Popover.Target>
          <button
            type="button"
            className={classes.periodName}
            aria-label={`${t('period.pick')}: ${format.month(period)}`}
            onClick={() => setOpened(!opened)}
          >
            {heading ? capitalized(format.month(period)) : format.month(period)}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <MonthGrid period={period} min={min} max={max} onChange={pick} />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        aria-label={t('period.next')}
        title={t('period.next')}
        disabled={max !== undefined && next > max}
        onClick={() => onChange(next)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}

function MonthGrid({ period, min, max, onChange }: Props) {
  const t = useMessages(uiMessages);
  const language = useLanguage();
  const [year, setYear] = useState(yearOf(parsePeriod(period)));
  const months = Array.from({ length: 12 }, (_, i) => formatPeriod(periodOf(year, i + 1)));
  return (
    <div className={classes.months}>
      <div className={classes.year}>
        <ActionIcon
          aria-label={t('period.previousYear')}
          disabled={min !== undefined && `${year}-01` <= min}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <span>{year}</span>
        <ActionIcon
          aria-label={t('period.nextYear')}
          disabled={max !== undefined && `${year}-12` >= max}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
      {months.map((month) => (
        <button
          key={month}
          type="button"
          className={classes.month}
          aria-current={month === period ? 'date' : undefined}
          disabled={(min !== undefined && month < min) || (max !== undefined && month > max)}
          onClick={() => onChange(month)}
        >
          {capitalized(formatMonthName(month, language))}
        </button>
      ))}
    </div>
  );
}
