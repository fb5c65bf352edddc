import {
  answer,
  Code,
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  StatusBadge,
  Toolbar,
  ToolbarEnd,
  useFormat,
  useMessages,
} from '@dvor/ui';
import { ActionIcon, Button, Group, Menu, Select } from '@mantine/core';
import { IconDots, IconDroplet, IconDropletOff, IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { TableButton } from '../../lib/table-button.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { MuteForm, ResolveForm } from './alert-forms.js';
import classes from './alerts.module.css';
import { type AlertsAsked, alertsQuery, KINDS, type MeterAlert, RESOURCES, STATES, useAlerts } from './api.js';
import { alertMessages } from './messages.js';

/** Months far above the usual and water that runs at night, to be seen to. */
export default function AlertsPage() {
  const t = useMessages(alertMessages);
  const [state, setState] = useUrlFilter('state');
  const [kind, setKind] = useUrlFilter('kind');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [resource, setResource] = useUrlFilter('resource');
  const [doing, setDoing] = useState<{ what: 'resolve' | 'mute'; alert: MeterAlert } | null>(null);
  const asked = { state, kind, houseId, resource };
  const stop = () => setDoing(null);
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <ReadingTabs current="readings/alerts" />
      <Toolbar>
        <Select
          aria-label={t('state')}
          allowDeselect={false}
          w={170}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || 'standing'}
          onChange={(value) => setState(value === 'standing' ? null : value)}
        />
        <Select
          aria-label={t('kind')}
          placeholder={t('kind.all')}
          clearable
          w={200}
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind || null}
          onChange={setKind}
        />
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <Select
          aria-label={t('resource')}
          placeholder={t('resource.all')}
          clearable
          w={180}
          data={RESOURCES.map((value) => ({ value, label: t(`resource.${value}`) }))}
          value={resource || null}
          onChange={setResource}
        />
        <ToolbarEnd>
          <TableButton path="/api/v1/meter-alerts/table" query={alertsQuery(asked)} file={t('table.file')}>
            {t('table')}
          </TableButton>
        </ToolbarEnd>
      </Toolbar>
      <Alerts
        asked={asked}
        onResolve={(alert) => setDoing({ what: 'resolve', alert })}
        onMute={(alert) => setDoing({ what: 'mute', alert })}
      />
      <FormDialog
        opened={doing !== null}
        onClose={stop}
        title={t(doing?.what === 'mute' ? 'mute.title' : 'resolve.title')}
      >
        {doing?.what === 'resolve' && <ResolveForm alert={doing.alert} onClose={stop} />}
        {doing?.what === 'mute' && <MuteForm alert={doing.alert} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

interface Deciding {
  readonly onResolve: (alert: MeterAlert) => void;
  readonly onMute: (alert: MeterAlert) => void;
}

function Alerts({ asked, ...deciding }: { asked: AlertsAsked } & Deciding) {
  const t = useMessages(alertMessages);
  const format = useFormat();
  const { rows, error, again, more } = useAlerts(asked);
  if (error) return <ErrorState error={error} onRetry={again} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={1200}
      rows={rows}
      rowKey={({ id }: MeterAlert) => id}
      onNearEnd={more}
      empty={
        Object.values(asked).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconDropletOff stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'kind',
          title: t('kind'),
          width: 110,
          cell: ({ kind }) => (
            <StatusBadge
              tone={kind === 'leak' ? 'danger' : 'attention'}
              icon={kind === 'leak' ? IconDroplet : IconTrendingUp}
            >
              {t(`one.${kind}`)}
            </StatusBadge>
          ),
        },
        {
          key: 'place',
          title: t('place'),
          width: 220,
          cell: ({ address, accountNumbers }) => <Two first={address} second={accountNumbers.join(', ')} />,
        },
        {
          key: 'meter',
          title: t('meter'),
          width: 160,
          cell: ({ meterId, resource, serial }) => (
            <>
              {t(`resource.${resource}`)}
              <div>
                <Link to={`/meters/${meterId}`}>
                  <Code>{serial}</Code>
                </Link>
              </div>
            </>
          ),
        },
        { key: 'on', title: t('on'), width: 110, cell: ({ happenedOn }) => format.day(happenedOn) },
        {
          key: 'what',
          title: t('what'),
          cell: ({ text, causeText, told, mutedUntil }) => (
            <Two
              first={text}
              second={[
                t('cause', { cause: causeText }),
                ...(told ? [] : [t('untold')]),
                ...(mutedUntil ? [t('mutedUntil', { day: format.day(mutedUntil) })] : []),
              ].join(' · ')}
            />
          ),
        },
        {
          key: 'done',
          title: t('done'),
          width: 250,
          cell: (alert) =>
            alert.state === 'resolved' ? (
              <Two
                first={t(`resolution.${alert.resolution!}`)}
                second={[alert.decidedBy, alert.note].filter(Boolean).join(': ')}
              />
            ) : (
              <Actions alert={alert} {...deciding} />
            ),
        },
      ]}
    />
  );
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <>
      {first}
      {second && <div className={classes.quiet}>{second}</div>}
    </>
  );
}

function Actions({ alert, onResolve, onMute }: { alert: MeterAlert } & Deciding) {
  const t = useMessages(alertMessages);
  const see = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/meter-alerts/{id}/seen', { params: { path: { id } }, headers })),
    onDone: () => undefined,
    said: t('see.done'),
  });
  const unmute = useAct({
    write: (api, id: string, headers) =>
      answer(
        api.POST('/api/v1/meters/{id}/alert-mute', {
          params: { path: { id } },
          body: { until: null, reason: t('unmute.reason') },
          headers,
        }),
      ),
    onDone: () => undefined,
    said: t('unmute.done'),
  });
  return (
    <>
      <Group gap={8} wrap="nowrap">
        {alert.state === 'new' && (
          <Button size="compact-sm" variant="light" loading={see.busy} onClick={() => see.run(alert.id)}>
            {t('see')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onResolve(alert)}>
          {t('resolve')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onMute(alert)}>{t('mute')}</Menu.Item>
            {alert.mutedUntil && <Menu.Item onClick={() => unmute.run(alert.meterId)}>{t('unmute')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {alert.state === 'seen' && <div className={classes.quiet}>{t('inWork', { name: alert.decidedBy ?? '' })}</div>}
    </>
  );
}
