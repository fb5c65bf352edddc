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
import { Link } from 'react-router';
import { numberText } from '../../lib/basis/typed.js';
import { useApi } from '../../lib/use-api.js';
import { housingWords } from '../../lib/words/messages.js';
import classes from './houses.module.css';
import { ActForm, CancelForm } from './meter-act-forms.js';
import { meterActMessages } from './meter-act-messages.js';

export type MeterAct = Schemas['MeterActDto'];

type Doing = { readonly what: 'add' } | { readonly what: 'correct' | 'cancel'; readonly act: MeterAct } | null;

/** Acts on refused access to a premises' meters, on their failure and on interference with them. */
export function MeterActs({ premisesId, mayEdit }: { premisesId: string; mayEdit: boolean }) {
  const t = useMessages(meterActMessages);
  const resourceName = useLooseMessages(housingWords);
  const format = useFormat();
  const api = useApi();
  const [doing, setDoing] = useState<Doing>(null);
  const stop = () => setDoing(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['premises', premisesId, 'meter-acts'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/premises/{id}/meter-acts', { params: { path: { id: premisesId } }, signal })),
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;

  const told = ({ kind, since, until, months }: MeterAct) => {
    if (kind === 'meter-failed') return t('told.since', { day: format.day(since!) });
    if (kind === 'interference') return t('told.months', { months: numberText(months) });
    return until ? t('told.until', { day: format.day(until) }) : t('told.open');
  };
  const stateOf = ({ cancelled, corrections }: MeterAct) =>
    cancelled ? t('cancelled', { reason: cancelled.reason }) : corrections > 0 ? t('corrected') : '';
  const title = () => {
    if (doing === null || doing.what === 'add') return t('add.title');
    return t(doing.what === 'cancel' ? 'cancel.of' : 'correct.of', { number: doing.act.number });
  };

  return (
    <Section
      title={t('tab')}
      actions={
        mayEdit && (
          <>
            <Button size="compact-md" variant="default" component={Link} to={`/meters/new?premisesId=${premisesId}`}>
              {t('install')}
            </Button>
            <Button size="compact-md" leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
              {t('add')}
            </Button>
          </>
        )
      }
    >
      <DataTable
        wrap
        label={t('tab')}
        minWidth={720}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          {
            key: 'act',
            title: t('act'),
            width: 170,
            cell: (act) => (
              <>
                {t('named', { number: act.number, day: format.day(act.dated) })}
                {stateOf(act) && <div className={classes.quiet}>{stateOf(act)}</div>}
              </>
            ),
          },
          {
            key: 'kind',
            title: t('kind'),
            cell: (act) => (
              <>
                {t(`kind.${act.kind}`)}
                <div className={classes.quiet}>{told(act)}</div>
              </>
            ),
          },
          {
            key: 'meter',
            title: t('meter'),
            width: 170,
            cell: ({ resource, meter }) => (
              <>
                {resourceName(`resource.${resource}`, resource)}
                {meter && (
                  <div>
                    <Link to={`/meters/${meter.id}`}>{meter.serial}</Link>
                  </div>
                )}
              </>
            ),
          },
          { key: 'signed', title: t('signedBy'), width: 150, cell: ({ signedBy }) => signedBy.join(', ') },
          {
            key: 'do',
            title: '',
            width: 120,
            align: 'end',
            cell: (act) =>
              mayEdit &&
              act.cancelled === null && (
                <>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('correct.of', { number: act.number })}
                    onClick={() => setDoing({ what: 'correct', act })}
                  >
                    {t('correct')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('cancel.of', { number: act.number })}
                    onClick={() => setDoing({ what: 'cancel', act })}
                  >
                    {t('cancel')}
                  </Button>
                </>
              ),
          },
        ]}
      />
      <FormDialog opened={doing !== null} onClose={stop} title={title()}>
        {doing?.what === 'add' && <ActForm premisesId={premisesId} onClose={stop} />}
        {doing?.what === 'correct' && <ActForm premisesId={premisesId} act={doing.act} onClose={stop} />}
        {doing?.what === 'cancel' && <CancelForm act={doing.act} onClose={stop} />}
      </FormDialog>
    </Section>
  );
}
