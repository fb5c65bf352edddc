import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  sumQuantities,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Link, useNavigate } from 'react-router';
import { usePremises } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';

export function HousePremises({ houseId }: { houseId: string }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = usePremises(houseId);
  const premises = data?.items;

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      label={t('tab.premises')}
      minWidth={640}
      rows={premises}
      rowKey={({ id, accountId }) => `${id}/${accountId ?? ''}`}
      onOpen={({ accountId }) => accountId && void navigate(`/accounts/${accountId}`)}
      empty={<EmptyState title={t('premises.empty')} />}
      columns={[
        {
          key: 'number',
          title: t('premises'),
          width: 170,
          cell: ({ name: own }) => own,
          total: premises && t('premises.total', { n: premises.length }),
        },
        {
          key: 'kind',
          title: t('kind'),
          cell: ({ kind }) => name(`kind.${kind}`, kind),
        },
        {
          key: 'entrance',
          title: t('entrance'),
          width: 90,
          align: 'end',
          cell: ({ entrance }) => entrance ?? '—',
        },
        { key: 'floor', title: t('floor'), width: 80, align: 'end', cell: ({ floor }) => floor ?? '—' },
        {
          key: 'area',
          title: t('area'),
          width: 110,
          align: 'end',
          cell: ({ area }) => (area ? format.quantity(area, 'м²') : '—'),
          total: premises && format.quantity(sumQuantities(premises.map(({ area }) => area ?? '0')), 'м²'),
        },
        {
          key: 'living',
          title: t('livingArea'),
          width: 110,
          align: 'end',
          cell: ({ livingArea }) => (livingArea ? format.quantity(livingArea, 'м²') : '—'),
          total: premises && format.quantity(sumQuantities(premises.map(({ livingArea }) => livingArea ?? '0')), 'м²'),
        },
        {
          key: 'account',
          title: t('account'),
          width: 150,
          cell: ({ accountId, accountNumber }) =>
            accountId ? (
              <Link to={`/accounts/${accountId}`} tabIndex={-1}>
                <Code>{accountNumber}</Code>
              </Link>
            ) : (
              <span className={classes.quiet}>{t('noAccount')}</span>
            ),
        },
      ]}
    />
  );
}
