import {
  Code,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  MoneyText,
  Page,
  PageHeader,
  useFormat,
  useHttp,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconScale } from '@tabler/icons-react';
import { Link } from 'react-router';
import { debtStepMessages } from '../../lib/debt-steps/messages.js';
import { DebtTabs } from '../../lib/debt-tabs/debt-tabs.js';
import { type CourtCase, useCourtCases } from './api.js';
import { claimMessages } from './messages.js';

/** Applications for court orders and how far each has come. */
export default function CourtPage() {
  const t = useMessages(claimMessages);
  const step = useMessages(debtStepMessages);
  const format = useFormat();
  const http = useHttp();
  const { data, error, refetch } = useCourtCases();
  const papers = useMutation({
    mutationFn: ({ id, account }: CourtCase) =>
      downloadFile(http, `/api/v1/court-cases/${id}/package`, t('file.package', { account })),
  });
  return (
    <Page fill>
      <PageHeader title={t('court')} />
      <DebtTabs current="court-cases" />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          label={t('court')}
          minWidth={980}
          rows={data?.items}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={<IconScale stroke={1.5} />} title={t('court.empty')}>
              {t('court.empty.text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'number',
              title: t('number'),
              width: 60,
              cell: ({ id, number }) => <Link to={`/court-cases/${id}`}>{number}</Link>,
            },
            {
              key: 'account',
              title: t('account'),
              width: 130,
              cell: ({ accountId, account }) => (
                <Link to={`/accounts/${accountId}`}>
                  <Code>{account}</Code>
                </Link>
              ),
            },
            { key: 'debtor', title: t('debtor'), cell: ({ debtor }) => debtor },
            { key: 'court', title: t('case.court'), cell: ({ court }) => court },
            { key: 'dated', title: t('dated'), width: 110, cell: ({ dated }) => format.day(dated) },
            {
              key: 'sum',
              title: t('sum'),
              width: 120,
              align: 'end',
              cell: ({ principal }) => <MoneyText value={principal} currency={false} />,
            },
            {
              key: 'fee',
              title: t('fee'),
              width: 110,
              align: 'end',
              cell: ({ fee }) => <MoneyText value={fee} currency={false} />,
            },
            { key: 'state', title: t('case.state'), width: 180, cell: ({ state }) => step(`step.${state}`) },
            {
              key: 'file',
              title: '',
              width: 150,
              cell: (one) =>
                one.fileReady && (
                  <Button size="compact-sm" variant="light" onClick={() => papers.mutate(one)}>
                    {t('package')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
