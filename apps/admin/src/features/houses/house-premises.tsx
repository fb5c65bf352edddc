import {
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  sumQuantities,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useAsOf } from '../../lib/as-of/use-as-of.js';
import { useHousePremises } from './api.js';
import classes from './houses.module.css';
import { houseMessages } from './messages.js';
import { NewPremisesDialog } from './premises-forms.js';

export function HousePremises({ houseId }: { houseId: string }) {
  const t = useMessages(houseMessages);
  const name = useLooseMessages(houseMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay();
  const { asOf, query } = useAsOf();
  const [adding, add] = useDisclosure();
  const { data, error, refetch } = useHousePremises(houseId, query);
  const premises = data?.items;
  const mayEdit = may('house.edit') && asOf === null;
  // The past goes on to the premises.
  const past = new URLSearchParams(asOf ? { on: asOf.on, ...(asOf.known && { known: asOf.known }) } : {}).toString();
  const addressOf = (id: string) => `/premises/${id}${past && `?${past}`}`;

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {mayEdit && (
        <Toolbar>
          <ToolbarEnd>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('premises.add')}
            </Button>
          </ToolbarEnd>
        </Toolbar>
      )}
      <DataTable
        fill
        label={t('tab.premises')}
        minWidth={640}
        rows={premises}
        rowKey={({ id, accountId }) => `${id}/${accountId ?? ''}`}
        onOpen={({ id }) => void navigate(addressOf(id))}
        empty={<EmptyState title={t('premises.empty')}>{mayEdit && t('premises.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'number',
            title: t('premises'),
            width: 170,
            cell: ({ id, name: own }) => (
              <Link to={addressOf(id)} tabIndex={-1} title={own}>
                {own}
              </Link>
            ),
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
            total:
              premises && format.quantity(sumQuantities(premises.map(({ livingArea }) => livingArea ?? '0')), 'м²'),
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
      <NewPremisesDialog
        houseId={houseId}
        opened={adding}
        onClose={add.close}
        onDone={(id) => void navigate(`/premises/${id}`)}
      />
    </>
  );
}
