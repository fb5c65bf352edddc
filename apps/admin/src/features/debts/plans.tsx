import { Section, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { usePlansOf } from './api.js';
import classes from './debts.module.css';
import { debtWorkMessages } from './work-messages.js';

/** Plans by which the account pays its debt in parts. */
export function Plans({ accountId }: { accountId: string }) {
  const t = useMessages(debtWorkMessages);
  const format = useFormat();
  const may = useMay();
  const { data } = usePlansOf(accountId);
  return (
    <Section
      title={t('plans')}
      actions={
        may('debt.work') && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            component={Link}
            to={`/instalments/new?accountId=${accountId}`}
          >
            {t('plans.new')}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <div className={classes.quiet}>{t('plans.none')}</div>}
      <ul className={classes.notes}>
        {data?.items.map(({ id, number, standing, left, debt }) => (
          <li key={id}>
            <div>
              <Link to={`/instalments/${id}`}>{t('plan', { number })}</Link>, {t(`standing.${standing}`)}
            </div>
            <div className={classes.quiet}>
              {t('plan.left', { left: format.money(left), debt: format.money(debt) })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
