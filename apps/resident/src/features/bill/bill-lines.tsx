import { useFormat, useMessages } from '@dvor/ui';
import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Bill, BillLine } from './api.js';
import classes from './bill.module.css';
import { isCommon, useLineName } from './line-name.js';
import { billMessages } from './messages.js';

/** Each line says what and how much; a tap says why. */
export function BillLines({ bill }: { bill: Bill }) {
  const t = useMessages(billMessages);
  const common = bill.items.filter(isCommon);
  const own = bill.items.filter((line) => !isCommon(line));
  return (
    <>
      <Lines lines={own} period={bill.period} />
      {common.length > 0 && (
        <section>
          <h2 className={classes.group}>
            {t('group.common')} <small>{t('group.common.official')}</small>
          </h2>
          <Lines lines={common} period={bill.period} />
        </section>
      )}
    </>
  );
}

function Lines({ lines, period }: { lines: readonly BillLine[]; period: string }) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <LineLink line={line} period={period} />
        </li>
      ))}
    </ul>
  );
}

function LineLink({ line, period }: { line: BillLine; period: string }) {
  const t = useMessages(billMessages);
  const format = useFormat();
  const nameOf = useLineName();
  const { name, part } = nameOf(line);
  const { volume, rate, service, amount } = line;
  return (
    <Link to={`/bill?period=${period}&line=${line.id}`} className={classes.line}>
      <VisuallyHidden>{t('explain')}</VisuallyHidden>
      <span className={classes.what}>
        <span>{name}</span>
        <small>
          {part ||
            (volume !== null && rate !== null
              ? t('times', { volume: format.volume(volume, service.unit), rate: format.decimal(rate, 2) })
              : '')}
        </small>
      </span>
      <span className={classes.amount}>{format.money(amount)}</span>
      <IconChevronRight size={18} aria-hidden className={classes.chevron} />
    </Link>
  );
}
