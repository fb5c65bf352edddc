import { DataTable, EmptyState, ErrorState, StatusBadge, Toolbar, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconPencil, IconPlus, IconTestPipe, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { CatalogueHead } from '../../lib/catalogue-tabs/catalogue-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type DraftState, type RateKind, useDrafts } from './api.js';
import classes from './catalogue.module.css';
import { DraftDialog } from './draft-form.js';
import { catalogueMessages } from './messages.js';
import { RateText } from './rate-text.js';
import { useInterval, useTraitsText } from './words.js';

const STATES = ['draft', 'approved', 'discarded'] as const satisfies readonly DraftState[];

export function DraftsList() {
  const t = useMessages(catalogueMessages);
  return (
    <>
      <CatalogueHead
        tab="drafts"
        actions={
          <Button component={Link} to="/catalogue/effect" variant="default" leftSection={<IconTestPipe size={16} />}>
            {t('effect.open')}
          </Button>
        }
      />
      <DraftsTable fill />
    </>
  );
}

/** Rates that are thought about; no run ever sees them. */
export function DraftsTable({ serviceId, fill }: { serviceId?: string; fill?: boolean }) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const interval = useInterval();
  const traits = useTraitsText();
  const [filter, setFilter] = useUrlFilter('state');
  const [adding, setAdding] = useState<RateKind | null>(null);
  const state = STATES.find((one) => one === filter) ?? 'draft';
  const { data, error, refetch } = useDrafts({ state, ...(serviceId && { serviceId }) });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Toolbar>
        <SegmentedControl
          aria-label={t('state')}
          value={state}
          onChange={(next) => setFilter(next === 'draft' ? null : next)}
          data={STATES.map((value) => ({ value, label: t(`drafts.${value}`) }))}
        />
        {may('catalogue.edit') &&
          (['tariff', 'norm'] as const).map((kind) => (
            <Button key={kind} variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(kind)}>
              {t(`draft.add.${kind}`)}
            </Button>
          ))}
      </Toolbar>
      <DataTable
        fill={fill}
        wrap
        label={t('drafts')}
        minWidth={900}
        rows={data?.items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/catalogue/drafts/${id}`)}
        empty={
          <EmptyState title={t(`drafts.empty.${state}`)}>{state === 'draft' && t('drafts.empty.text')}</EmptyState>
        }
        columns={[
          {
            key: 'what',
            title: t('draft'),
            cell: ({ id, kind, service }) => (
              <>
                <Link to={`/catalogue/drafts/${id}`} tabIndex={-1}>
                  {service.name}
                </Link>
                <div className={classes.quiet}>{t(`kind.${kind}`)}</div>
              </>
            ),
          },
          { key: 'variant', title: t('variant'), width: 180, cell: ({ appliesTo }) => traits(appliesTo) },
          {
            key: 'rate',
            title: t('figure'),
            width: 190,
            align: 'end',
            cell: (draft) => <RateText rate={draft} />,
          },
          { key: 'unit', title: t('unit'), width: 80, cell: ({ service }) => format.unit(service.unit) },
          {
            key: 'days',
            title: t('draft.days'),
            width: 190,
            cell: ({ from, to }) => interval({ validFrom: from, validTo: to }),
          },
          {
            key: 'source',
            title: t('source'),
            width: 190,
            cell: ({ act, clause }) => [act, clause].filter(Boolean).join(', ') || '—',
          },
          {
            key: 'who',
            title: t('draft.who'),
            width: 180,
            cell: ({ createdAt, createdBy }) => (
              <>
                {createdBy ?? '—'}
                <div className={classes.quiet}>{format.instant(createdAt)}</div>
              </>
            ),
          },
        ]}
      />
      <DraftDialog
        kind={adding ?? 'tariff'}
        opened={adding !== null}
        onClose={() => setAdding(null)}
        onDone={(id) => void navigate(`/catalogue/drafts/${id}`)}
        start={serviceId ? { serviceId } : {}}
      />
    </>
  );
}

const LOOKS = {
  draft: { tone: 'info', icon: IconPencil },
  approved: { tone: 'good', icon: IconCheck },
  discarded: { tone: 'quiet', icon: IconX },
} as const;

export function DraftBadge({ state }: { state: DraftState }) {
  const t = useMessages(catalogueMessages);
  return <StatusBadge {...LOOKS[state]}>{t(`draft.state.${state}`)}</StatusBadge>;
}
