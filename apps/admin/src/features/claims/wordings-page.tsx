import { answer, ConfirmDialog, ErrorState, Page, PageHeader, Section, useFormat, useMay, useMessages } from '@dvor/ui';
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { claimMessages } from './messages.js';
import { WordingEditor } from './wording-editor.js';
import { wordingMessages } from './wording-messages.js';
import { type KeptWording, LETTER_KINDS, type LetterKind, useWordings, type Wording } from './wordings-api.js';
import { WordingVersions } from './wording-versions.js';

/** What letters to debtors say around their figures, in the organisation's own words. */
export default function WordingsPage() {
  const t = useMessages(wordingMessages);
  const words = useMessages(claimMessages);
  const [chosen, setKind] = useUrlFilter('kind');
  const { data, error, refetch } = useWordings();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  const kind = LETTER_KINDS.find((one) => one === chosen) ?? LETTER_KINDS[0];
  const kept = data.items.find((one) => one.kind === kind)!;
  return (
    <Page>
      <PageHeader
        back={<Link to="/debt-letters">{t('back')}</Link>}
        title={t('title')}
        note={t('note')}
        actions={<Restore kept={kept} />}
      />
      <Select
        label={t('kind')}
        allowDeselect={false}
        w={360}
        maw="100%"
        data={LETTER_KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
        value={kind}
        onChange={setKind}
        description={<StateOf kept={kept} />}
      />
      <KindOfLetter key={`${kind} ${kept.recordedAt}`} kind={kind} kept={kept} fields={data.fields} />
    </Page>
  );
}

function KindOfLetter({
  kind,
  kept,
  fields,
}: {
  kind: LetterKind;
  kept: KeptWording;
  fields: readonly { readonly field: string; readonly what: string }[];
}) {
  const t = useMessages(wordingMessages);
  const format = useFormat();
  const [begin, setBegin] = useState<{ readonly wording: Wording; readonly times: number }>({
    wording: kept,
    times: 0,
  });
  return (
    <>
      <WordingEditor key={begin.times} kind={kind} wording={begin.wording} fields={fields} />
      <Section title={t('versions')}>
        <WordingVersions
          kind={kind}
          onTake={(version) => {
            setBegin(({ times }) => ({ wording: version, times: times + 1 }));
            notifications.show({ message: t('versions.taken', { date: format.instant(version.recordedAt ?? '') }) });
            window.scrollTo({ top: 0 });
          }}
        />
      </Section>
    </>
  );
}

function StateOf({ kept: { standard, recordedAt, by } }: { kept: KeptWording }) {
  const t = useMessages(wordingMessages);
  const format = useFormat();
  if (standard || recordedAt === null) return t('state.standard');
  const date = format.instant(recordedAt);
  return by === null ? t('state.own', { date }) : t('state.own.by', { date, name: by });
}

function Restore({ kept: { kind, standard } }: { kept: KeptWording }) {
  const t = useMessages(wordingMessages);
  const may = useMay();
  const [asking, ask] = useDisclosure();
  const restore = useAct({
    write: (api, _: void, headers) =>
      answer<unknown>(api.DELETE('/api/v1/letter-wordings/{kind}', { params: { path: { kind } }, headers })),
    onDone: ask.close,
    said: t('restored'),
  });
  if (standard || !may('debt.work')) return null;
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t('restore')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('restore.title')}
        confirm={t('restore')}
        busy={restore.busy}
        error={restore.error}
        onConfirm={() => restore.run(undefined)}
      >
        {t('restore.text')}
      </ConfirmDialog>
    </>
  );
}
