import {
  answer,
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  Toolbar,
  useFormat,
  useHttp,
  useMessages,
} from '@dvor/ui';
import { ActionIcon, Button, Group, Menu, Select } from '@mantine/core';
import { IconDots, IconGauge } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useAct } from '../../lib/basis/use-save.js';
import { HouseFilter } from '../../lib/house-filter/house-filter.js';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type DoubtFilter, type DoubtfulReading, RULES, SOURCES, useDoubts, valueText } from './api.js';
import { FixForm, RefuseForm } from './doubt-forms.js';
import { readingMessages } from './messages.js';
import classes from './readings.module.css';

/** Readings that look like mistakes, to be accepted, put right or refused. */
export default function DoubtfulPage() {
  const t = useMessages(readingMessages);
  const [state, setState] = useUrlFilter('state');
  const [houseId, setHouse] = useUrlFilter('houseId');
  const [rule, setRule] = useUrlFilter('rule');
  const [source, setSource] = useUrlFilter('source');
  const [doing, setDoing] = useState<{ what: 'fix' | 'refuse'; doubt: DoubtfulReading } | null>(null);
  const stop = () => setDoing(null);
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <ReadingTabs current="readings" />
      <Toolbar>
        <Select
          aria-label={t('state')}
          allowDeselect={false}
          w={170}
          data={(['standing', 'decided'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state || 'standing'}
          onChange={(value) => setState(value === 'standing' ? null : value)}
        />
        <HouseFilter houseId={houseId} onChange={setHouse} />
        <Select
          aria-label={t('rule')}
          placeholder={t('rule.all')}
          clearable
          w={250}
          data={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
          value={rule || null}
          onChange={setRule}
        />
        <Select
          aria-label={t('source')}
          placeholder={t('source.all')}
          clearable
          w={180}
          data={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
          value={source || null}
          onChange={setSource}
        />
      </Toolbar>
      <Doubts
        filter={{ state, houseId, rule, source }}
        onFix={(doubt) => setDoing({ what: 'fix', doubt })}
        onRefuse={(doubt) => setDoing({ what: 'refuse', doubt })}
      />
      <FormDialog
        opened={doing !== null}
        onClose={stop}
        title={t(doing?.what === 'refuse' ? 'refuse.title' : 'fix.title')}
      >
        {doing?.what === 'fix' && <FixForm doubt={doing.doubt} onClose={stop} />}
        {doing?.what === 'refuse' && <RefuseForm doubt={doing.doubt} onClose={stop} />}
      </FormDialog>
    </Page>
  );
}

interface Deciding {
  readonly onFix: (doubt: DoubtfulReading) => void;
  readonly onRefuse: (doubt: DoubtfulReading) => void;
}

function Doubts({ filter, ...deciding }: { filter: DoubtFilter } & Deciding) {
  const t = useMessages(readingMessages);
  const format = useFormat();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDoubts(filter);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      fill
      wrap
      label={t('title')}
      minWidth={1100}
      rows={data?.pages.flatMap(({ items }) => items)}
      rowKey={({ id }: DoubtfulReading) => id}
      onNearEnd={more}
      empty={
        Object.values(filter).some(Boolean) ? (
          <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
        ) : (
          <EmptyState icon={<IconGauge stroke={1.5} />} title={t('empty')}>
            {t('empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'place',
          title: t('place'),
          width: 220,
          cell: ({ address, accountNumbers }) => <Two first={address} second={accountNumbers.join(', ')} />,
        },
        {
          key: 'meter',
          title: t('meter'),
          width: 150,
          cell: ({ resource, serial }) => <Two first={t(`resource.${resource}`)} second={`№ ${serial}`} />,
        },
        {
          key: 'previous',
          title: t('previous'),
          width: 110,
          align: 'end',
          cell: ({ previous }) =>
            previous && <Two first={valueText(previous.value)} second={format.day(previous.date)} />,
        },
        {
          key: 'value',
          title: t('value'),
          width: 110,
          align: 'end',
          cell: ({ value, date }) => <Two first={valueText(value)} second={format.day(date)} />,
        },
        {
          key: 'volume',
          title: t('volume'),
          width: 90,
          align: 'end',
          cell: ({ volume }) => (volume === null ? '—' : valueText(volume)),
        },
        {
          key: 'why',
          title: t('why'),
          cell: ({ findings, source, isTaken, state }) => (
            <Two
              first={findings.map(({ text }) => text).join('. ')}
              second={[
                t(`source.${source}`),
                t(isTaken ? 'taken' : 'held'),
                ...(state === 'asked' ? [t('asked')] : []),
              ].join(' · ')}
            />
          ),
        },
        {
          key: 'decision',
          title: t('decision'),
          width: 270,
          cell: (doubt) =>
            doubt.state === 'open' || doubt.state === 'asked' ? (
              <Actions doubt={doubt} {...deciding} />
            ) : (
              <Two
                first={t(`decision.${doubt.state}`)}
                second={[doubt.decidedBy, doubt.note].filter(Boolean).join(': ')}
              />
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

function Actions({ doubt, onFix, onRefuse }: { doubt: DoubtfulReading } & Deciding) {
  const t = useMessages(readingMessages);
  const accept = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/readings/doubtful/{id}/acceptance', { params: { path: { id } }, headers })),
    onDone: () => undefined,
    said: t('accepted'),
  });
  const ask = useAct({
    write: (api, id: string, headers) =>
      answer(api.POST('/api/v1/readings/doubtful/{id}/photo-request', { params: { path: { id } }, headers })),
    onDone: () => undefined,
    said: t('photo.asked'),
  });
  return (
    <Group gap={8} wrap="nowrap">
      {doubt.volume !== null && (
        <Button size="compact-sm" variant="light" loading={accept.busy} onClick={() => accept.run(doubt.id)}>
          {t('accept')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => onFix(doubt)}>
        {t('fix')}
      </Button>
      <PhotoButton doubt={doubt} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => ask.run(doubt.id)}>{t('photo')}</Menu.Item>
          <Menu.Item onClick={() => onRefuse(doubt)}>{t('refuse')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

function PhotoButton({ doubt }: { doubt: DoubtfulReading }) {
  const t = useMessages(readingMessages);
  const http = useHttp();
  if (!doubt.hasPhoto) return null;
  const path = `/api/v1/readings/doubtful/${doubt.id}/photo`;
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => void downloadFile(http, path, `${doubt.serial}.jpg`)}>
      {t('photo.open')}
    </Button>
  );
}
