import {
  DataTable,
  EmptyState,
  ErrorState,
  Section,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Checkbox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCalendar } from '../../lib/calendar.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import type { RateKind, Service } from './api.js';
import classes from './catalogue.module.css';
import { GapsNotice } from './gaps-notice.js';
import { catalogueMessages } from './messages.js';
import { PhaseBadge, phaseOf } from './phase.js';
import { CloseVersionDialog, NewVersionDialog } from './rate-forms.js';
import { RateText } from './rate-text.js';
import { byTraits, type RateVersion, useVersions } from './rate-version.js';
import { VersionsTrack } from './versions-track.js';
import { useInterval, useTraitsText } from './words.js';

/** How the rate of a service went and will go, for each group of premises by itself. */
export function Versions({ kind, service }: { kind: RateKind; service: Service }) {
  const t = useMessages(catalogueMessages);
  const may = useMay();
  const traits = useTraitsText();
  const [history, setHistory] = useUrlFilter('history');
  const [adding, setAdding] = useState<{ like: RateVersion | null } | null>(null);
  const [closing, setClosing] = useState<RateVersion | null>(null);
  const { data, error, refetch } = useVersions(kind, { serviceId: service.id, history: history === 'yes' });
  const mayEdit = may('catalogue.edit') && !service.archived;

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const versions = data?.items ?? [];
  const groups = byTraits(versions);
  return (
    <>
      <Toolbar>
        <Checkbox
          label={t('history.show')}
          checked={history === 'yes'}
          onChange={({ currentTarget }) => setHistory(currentTarget.checked ? 'yes' : null)}
        />
        <ToolbarEnd>
          {mayEdit && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding({ like: null })}>
              {t(`${kind}.add`)}
            </Button>
          )}
        </ToolbarEnd>
      </Toolbar>
      <GapsNotice kind={kind} versions={versions} />
      {data && groups.length === 0 && <EmptyState title={t(`${kind}s.none`)}>{t(`${kind}s.none.text`)}</EmptyState>}
      {groups.map((group) => {
        const title = traits(group.traits);
        return (
          <Section
            key={title}
            title={title}
            actions={
              mayEdit && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => setAdding({ like: latestOf(group.versions) })}
                >
                  {t('version.next')}
                </Button>
              )
            }
          >
            <VersionsTrack versions={group.versions.filter(({ supersededAt }) => supersededAt === null)} />
            <VersionsTable
              label={title}
              kind={kind}
              versions={group.versions}
              onClose={mayEdit ? setClosing : undefined}
            />
          </Section>
        );
      })}
      <NewVersionDialog
        kind={kind}
        opened={adding !== null}
        onClose={() => setAdding(null)}
        serviceId={service.id}
        like={adding?.like ?? null}
        known={groups.map((group) => group.traits)}
      />
      <CloseVersionDialog kind={kind} version={closing} onClose={() => setClosing(null)} />
    </>
  );
}

function VersionsTable({
  label,
  kind,
  versions,
  onClose,
}: {
  label: string;
  kind: RateKind;
  versions: readonly RateVersion[];
  onClose?: ((version: RateVersion) => void) | undefined;
}) {
  const t = useMessages(catalogueMessages);
  const format = useFormat();
  const interval = useInterval();
  const { today } = useCalendar();
  const unit = format.unit(versions[0]?.service.unit ?? '');
  const superseded = (version: RateVersion) => (version.supersededAt ? classes.superseded : undefined);
  return (
    <DataTable
      wrap
      label={label}
      minWidth={760}
      rows={versions}
      rowKey={({ id, recordedAt }) => `${id}/${recordedAt}`}
      columns={[
        {
          key: 'days',
          title: t('since'),
          width: 190,
          cell: (version) => (
            <>
              <div className={superseded(version)}>{interval(version)}</div>
              {version.supersededAt ? (
                <span className={classes.quiet}>{t('superseded', { at: format.instant(version.supersededAt) })}</span>
              ) : (
                <PhaseBadge days={version} />
              )}
            </>
          ),
        },
        {
          key: 'rate',
          title: kind === 'tariff' ? t('rate.in', { unit }) : t('norm.in', { unit }),
          width: 160,
          align: 'end',
          cell: (version) => (
            <div className={superseded(version)}>
              <RateText rate={version} />
              {kind === 'tariff' && (
                <div className={classes.quiet}>
                  {version.vatRate === null
                    ? t('vat.none')
                    : t('vat.with', { percent: format.decimal(version.vatRate) })}
                </div>
              )}
            </div>
          ),
        },
        {
          key: 'source',
          title: t('source'),
          cell: ({ source, clause }) => (
            <>
              {source}
              {clause && <div className={classes.quiet}>{clause}</div>}
            </>
          ),
        },
        {
          key: 'who',
          title: t('recorded'),
          width: 180,
          cell: ({ recordedAt, recordedBy, reason }) => (
            <>
              {reason}
              <div className={classes.quiet}>{[format.instant(recordedAt), recordedBy].filter(Boolean).join(', ')}</div>
            </>
          ),
        },
        ...(onClose
          ? [
              {
                key: 'close',
                title: '',
                width: 115,
                align: 'end' as const,
                cell: (version: RateVersion) =>
                  version.supersededAt === null &&
                  phaseOf(version, today) !== 'past' && (
                    <Button variant="subtle" size="compact-sm" onClick={() => onClose(version)}>
                      {t('close')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

function latestOf(versions: readonly RateVersion[]): RateVersion | null {
  const inForce = versions.filter(({ supersededAt }) => supersededAt === null);
  return inForce.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? versions[0] ?? null;
}
