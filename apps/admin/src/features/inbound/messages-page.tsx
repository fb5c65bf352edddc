import {
  DataTable,
  downloadFile,
  EmptyState,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useHttp,
  useMay,
  useMessages,
  useProblemWords,
} from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import { ReadingTabs } from '../../lib/reading-tabs/reading-tabs.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { ANSWERS, CHANNELS, type InboundMessage, useInboundMessages } from './api.js';
import classes from './inbound.module.css';
import { LinkSenderForm } from './link-sender-form.js';
import { inboundMessages } from './messages.js';

/** What residents have written, how it was understood and what they were answered. */
export default function InboundMessagesPage() {
  const t = useMessages(inboundMessages);
  const [answer, setAnswer] = useUrlFilter('answer');
  const [channel, setChannel] = useUrlFilter('channel');
  const [search, setSearch] = useUrlFilter('search');
  const { rows, error, again, more } = useInboundMessages({ answer, channel, search });
  const isFiltered = [answer, channel, search].some((filter) => filter !== '');
  return (
    <Page fill>
      <PageHeader title={t('messages.title')} note={t('messages.note')} />
      <ReadingTabs current="readings/messages" />
      <Toolbar>
        <Select
          aria-label={t('answer')}
          placeholder={t('answer.all')}
          clearable
          w={210}
          data={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
          value={answer || null}
          onChange={setAnswer}
        />
        <Select
          aria-label={t('channel')}
          placeholder={t('channel.all')}
          clearable
          w={170}
          data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={channel || null}
          onChange={setChannel}
        />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
      </Toolbar>
      {error ? (
        <ErrorState error={error} onRetry={again} />
      ) : (
        <MessagesTable rows={rows} more={more} isFiltered={isFiltered} />
      )}
    </Page>
  );
}

function MessagesTable({
  rows,
  more,
  isFiltered,
}: {
  rows: readonly InboundMessage[] | undefined;
  more: () => void;
  isFiltered: boolean;
}) {
  const t = useMessages(inboundMessages);
  const format = useFormat();
  const may = useMay();
  const [linking, setLinking] = useState<InboundMessage | null>(null);
  return (
    <>
      <DataTable
        fill
        wrap
        label={t('messages.title')}
        minWidth={980}
        rows={rows}
        rowKey={({ id }: InboundMessage) => id}
        onNearEnd={more}
        empty={
          isFiltered ? (
            <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
          ) : (
            <EmptyState icon={<IconMessage2 stroke={1.5} />} title={t('messages.empty')}>
              {t('messages.empty.text')}
            </EmptyState>
          )
        }
        columns={[
          { key: 'at', title: t('at'), width: 140, cell: ({ receivedAt }) => format.instant(receivedAt) },
          {
            key: 'sender',
            title: t('sender'),
            width: 190,
            cell: ({ sender, channel, accountNumber }) => (
              <>
                {sender}
                <div className={classes.quiet}>
                  {t(`channel.${channel}`)}
                  {accountNumber && `, ${t('account').toLowerCase()} ${accountNumber}`}
                </div>
              </>
            ),
          },
          { key: 'text', title: t('text'), cell: (message) => <Said message={message} /> },
          {
            key: 'reply',
            title: t('reply'),
            cell: ({ answer, reply }) => (
              <>
                {t(`answer.${answer}`)}
                <div className={classes.quiet}>{reply}</div>
              </>
            ),
          },
          {
            key: 'link',
            title: '',
            width: 120,
            align: 'end',
            cell: (message) =>
              message.answer === 'unknown-sender' &&
              may('account.edit') && (
                <Button variant="subtle" size="compact-sm" onClick={() => setLinking(message)}>
                  {t('link')}
                </Button>
              ),
          },
        ]}
      />
      <FormDialog opened={linking !== null} onClose={() => setLinking(null)} title={t('link.title')}>
        {linking && <LinkSenderForm message={linking} onClose={() => setLinking(null)} />}
      </FormDialog>
    </>
  );
}

/** What was written, and what was attached to it. */
function Said({ message: { id, text, attachments } }: { message: InboundMessage }) {
  const t = useMessages(inboundMessages);
  const http = useHttp();
  const words = useProblemWords();
  const open = (place: number, name: string) =>
    downloadFile(http, `/api/v1/inbound-messages/${id}/files/${place}`, name).catch((error: unknown) =>
      notifications.show({ color: 'red', message: words(error).text }),
    );
  return (
    <>
      <div className={classes.said}>{text}</div>
      {attachments.map(({ place, name }) => (
        <Button key={place} variant="subtle" size="compact-sm" onClick={() => void open(place, name)}>
          {t('attached', { name })}
        </Button>
      ))}
    </>
  );
}
