import { Code, EmptyState, FormDialog, Notice, useMay, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useBankChanges, useSuppliers } from './api.js';
import { List } from './list.js';
import { catalogueMessages } from './messages.js';
import { SupplierForm } from './supplier-form.js';

export function SuppliersList() {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [adding, add] = useDisclosure();
  const code = (value: string | null | undefined) => (value ? <Code>{value}</Code> : '—');
  return (
    <>
      <CatalogueHead
        tab="suppliers"
        actions={
          may('catalogue.edit') && (
            <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('supplier.add')}
            </Button>
          )
        }
      />
      <WaitingChanges />
      <List
        name={t('suppliers')}
        query={useSuppliers()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/catalogue/suppliers/${id}`)}
        empty={<EmptyState title={t('suppliers.empty')}>{t('suppliers.empty.text')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('name'),
            text: ({ name }) => name,
            cell: ({ id, name }) => (
              <Link to={`/catalogue/suppliers/${id}`} tabIndex={-1} title={name}>
                {name}
              </Link>
            ),
          },
          { key: 'inn', title: t('inn'), width: 130, text: ({ inn }) => inn, cell: ({ inn }) => code(inn) },
          { key: 'kpp', title: t('kpp'), width: 110, text: ({ kpp }) => kpp ?? '', cell: ({ kpp }) => code(kpp) },
          { key: 'bank', title: t('bank'), text: ({ bankName }) => bankName ?? '' },
          { key: 'bik', title: t('bik'), width: 110, text: ({ bik }) => bik ?? '', cell: ({ bik }) => code(bik) },
          {
            key: 'account',
            title: t('account'),
            width: 200,
            text: ({ bankAccount }) => bankAccount ?? '',
            cell: ({ bankAccount }) => code(bankAccount),
          },
        ]}
      />
      <FormDialog opened={adding} onClose={add.close} title={t('supplier.add.title')}>
        <SupplierForm onClose={add.close} onDone={(id) => void navigate(`/catalogue/suppliers/${id}`)} />
      </FormDialog>
    </>
  );
}

/** Requests for bank details that wait for a second person. */
function WaitingChanges() {
  const t = useMessages(catalogueMessages);
  const { data } = useBankChanges({ state: 'pending' });
  const waiting = data?.items ?? [];
  if (waiting.length === 0) return null;
  return (
    <Notice tone="attention" title={t('bank.waiting', { n: waiting.length })}>
      {waiting.map(({ id, supplier, askedBy, own }) => (
        <div key={id}>
          <Link to={`/catalogue/suppliers/${supplier.id}`}>{supplier.name}</Link>:{' '}
          {own ? t('bank.asked.own') : t('bank.asked', { who: askedBy.name })}
        </div>
      ))}
    </Notice>
  );
}
