import {
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  MoneyText,
  Page,
  PageHeader,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { useBatches } from './api.js';
import { claimMessages } from './messages.js';
import { WriteForm } from './write-form.js';

/** Batches of letters, the latest first, and a way to write another. */
export default function LettersPage() {
  const t = useMessages(claimMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [writing, write] = useDisclosure();
  const { data, error, refetch } = useBatches();
  return (
    <Page fill>
      <PageHeader
        title={t('letters')}
        actions={
          <>
            <Button variant="default" component={Link} to="/debt-letters/wordings">
              {t('wordings')}
            </Button>
            {may('debt.work') && (
              <Button leftSection={<IconPlus size={16} />} onClick={write.open}>
                {t('write')}
              </Button>
            )}
          </>
        }
      />
      <DebtTabs current="debt-letters" />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          label={t('letters')}
          minWidth={820}
          rows={data?.items}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/debt-letters/${id}`)}
          empty={
            <EmptyState icon={<IconMail stroke={1.5} />} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'number',
              title: t('number'),
              width: 70,
              cell: ({ id, number }) => (
                <Link to={`/debt-letters/${id}`} tabIndex={-1}>
                  {number}
                </Link>
              ),
            },
            { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            { key: 'dated', title: t('dated'), width: 110, cell: ({ asOf }) => format.day(asOf) },
            { key: 'payBy', title: t('payBy'), width: 120, cell: ({ payBy }) => format.day(payBy) },
            { key: 'letters', title: t('count'), width: 90, align: 'end', cell: ({ letters }) => letters },
            { key: 'without', title: t('without'), width: 110, align: 'end', cell: ({ leftOut }) => leftOut },
            {
              key: 'sum',
              title: t('sum'),
              width: 130,
              align: 'end',
              cell: ({ sum }) => <MoneyText value={sum} currency={false} />,
            },
            {
              key: 'state',
              title: t('state'),
              width: 180,
              cell: ({ state, printed, letters }) => t(`state.${state}`, { printed, letters }),
            },
          ]}
        />
      )}
      <FormDialog opened={writing} onClose={write.close} title={t('write.title')}>
        {writing && <WriteForm onClose={write.close} onWritten={(id) => void navigate(`/debt-letters/${id}`)} />}
      </FormDialog>
    </Page>
  );
}
