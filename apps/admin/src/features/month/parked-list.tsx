import { Code, DataTable, ProblemNotice, Section, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type RunDetails, useRunAction } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';

export function ParkedList({ run }: { run: RunDetails }) {
  const t = useMessages(monthMessages);
  const retry = useRunAction(run.id, 'retry');
  return (
    <Section
      title={t('parked.title')}
      note={t('parked.note')}
      actions={
        run.state === 'review' && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t('parked.retry')}
          </Button>
        )
      }
    >
      <ProblemNotice error={retry.error} />
      <DataTable
        wrap
        label={t('parked.title')}
        minWidth={640}
        rows={run.parked}
        rowKey={({ houseId, accountId, code }) => `${houseId}/${accountId ?? ''}/${code}`}
        columns={[
          {
            key: 'where',
            title: t('parked.where'),
            width: 380,
            cell: ({ houseId, address, accountId, accountNumber }) => (
              <>
                <Link to={`/houses/${houseId}`}>{address}</Link>{' '}
                {accountId ? (
                  <Link to={`/accounts/${accountId}`}>
                    <Code>{accountNumber}</Code>
                  </Link>
                ) : (
                  <span className={classes.quiet}>{t('parked.wholeHouse')}</span>
                )}
              </>
            ),
          },
          { key: 'reason', title: t('parked.reason'), cell: ({ message }) => message },
        ]}
      />
    </Section>
  );
}
