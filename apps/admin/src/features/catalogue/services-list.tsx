import { Code, EmptyState, FormDialog, StatusBadge, useFormat, useLooseMessages, useMay, useMessages } from '@dvor/ui';
import { Button, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { useServices } from './api.js';
import { List } from './list.js';
import { catalogueMessages } from './messages.js';
import { ServiceForm } from './service-form.js';

export function ServicesList() {
  const t = useMessages(catalogueMessages);
  const name = useLooseMessages(catalogueMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const [adding, add] = useDisclosure();
  const [filter, setFilter] = useUrlFilter('state');
  const state = filter === 'archived' || filter === 'all' ? filter : 'used';
  const addButton = may('catalogue.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
      {t('service.add')}
    </Button>
  );
  return (
    <>
      <CatalogueHead tab="services" actions={addButton} />
      <List
        name={t('services')}
        query={useServices()}
        rowKey={({ id }) => id}
        only={({ archived }) => state === 'all' || archived === (state === 'archived')}
        onOpen={({ id }) => void navigate(`/catalogue/services/${id}`)}
        empty={<EmptyState title={t('services.empty')}>{t('services.empty.text')}</EmptyState>}
        filters={
          <SegmentedControl
            aria-label={t('state')}
            value={state}
            onChange={(next) => setFilter(next === 'used' ? null : next)}
            data={(['used', 'archived', 'all'] as const).map((value) => ({ value, label: t(`services.${value}`) }))}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('name'),
            text: ({ name }) => name,
            cell: ({ id, name, archived }) => (
              <>
                <Link to={`/catalogue/services/${id}`} tabIndex={-1}>
                  {name}
                </Link>{' '}
                {archived && (
                  <StatusBadge tone="quiet" icon={IconArchive}>
                    {t('archived')}
                  </StatusBadge>
                )}
              </>
            ),
          },
          {
            key: 'code',
            title: t('code'),
            width: 200,
            text: ({ code }) => code,
            cell: ({ code }) => <Code>{code}</Code>,
          },
          {
            key: 'section',
            title: t('section'),
            width: 210,
            text: ({ section }) => name(`section.${section}`, section),
          },
          { key: 'unit', title: t('unit'), width: 100, text: ({ unit }) => format.unit(unit) },
          { key: 'base', title: t('base'), width: 190, text: ({ base }) => name(`base.${base}`, base) },
          {
            key: 'position',
            title: t('position'),
            width: 120,
            align: 'end',
            text: ({ position }) => format.count(position),
          },
        ]}
      />
      <FormDialog wide opened={adding} onClose={add.close} title={t('service.add.title')}>
        <ServiceForm onClose={add.close} onDone={(id) => void navigate(`/catalogue/services/${id}`)} />
      </FormDialog>
    </>
  );
}
