import type { Schemas } from '@dvor/api-client';
import {
  answer,
  DataTable,
  EmptyState,
  ErrorState,
  FormDialog,
  Section,
  useFormat,
  useLooseMessages,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import classes from './houses.module.css';
import { ImpossibleForm, TakeBackForm } from './impossibility-forms.js';
import { impossibilityMessages } from './impossibility-messages.js';

export type Impossibility = Schemas['ImpossibilityDto'];

/** Acts that no meter of a resource can be installed in a premises. */
export function Impossibilities({ premisesId, mayEdit }: { premisesId: string; mayEdit: boolean }) {
  const t = useMessages(impossibilityMessages);
  const name = useLooseMessages(housingWords);
  const format = useFormat();
  const api = useApi();
  const [doing, setDoing] = useState<'add' | Impossibility | null>(null);
  const stop = () => setDoing(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['premises', premisesId, 'impossibility'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/premises/{id}/meter-impossibility', { params: { path: { id: premisesId } }, signal })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Section
      title={t('title')}
      note={t('note')}
      actions={
        mayEdit && (
          <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setDoing('add')}>
            {t('add')}
          </Button>
        )
      }
    >
      <DataTable
        wrap
        label={t('title')}
        minWidth={640}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          {
            key: 'act',
            title: t('act'),
            width: 190,
            cell: ({ number, dated, takenBack }) => (
              <>
                {t('named', { number, day: format.day(dated) })}
                {takenBack && <div className={classes.quiet}>{t('back', { reason: takenBack.reason })}</div>}
              </>
            ),
          },
          {
            key: 'resource',
            title: t('resource'),
            width: 160,
            cell: ({ resource }) => name(`resource.${resource}`, resource),
          },
          {
            key: 'days',
            title: t('days'),
            cell: ({ on, until }) =>
              until ? t('until', { from: format.day(on), to: format.day(until) }) : t('since', { day: format.day(on) }),
          },
          { key: 'signed', title: t('signed'), width: 170, cell: ({ signedBy }) => signedBy.join(', ') },
          {
            key: 'do',
            title: '',
            width: 110,
            align: 'end',
            cell: (act) =>
              mayEdit &&
              act.takenBack === null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('mirror.of', { number: act.number })}
                  onClick={() => setDoing(act)}
                >
                  {t('mirror')}
                </Button>
              ),
          },
        ]}
      />
      <FormDialog
        opened={doing !== null}
        onClose={stop}
        title={doing === null || doing === 'add' ? t('add.title') : t('mirror.of', { number: doing.number })}
      >
        {doing === 'add' && <ImpossibleForm premisesId={premisesId} onClose={stop} />}
        {doing !== null && doing !== 'add' && <TakeBackForm act={doing} onClose={stop} />}
      </FormDialog>
    </Section>
  );
}
