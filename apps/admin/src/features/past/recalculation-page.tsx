import {
  answer,
  capitalized,
  ErrorState,
  FormDialog,
  Page,
  PageHeader,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ReasonForm } from '../../lib/second-word/reason-form.js';
import { SecondWord } from '../../lib/second-word/second-word.js';
import { type RecalculationCard, useRecalculation } from './api.js';
import { BatchPreview } from './batch-preview.js';
import { useWhat } from './held-recalculations.js';
import { LettingForm } from './letting-form.js';
import { pastMessages } from './messages.js';
import { RecalculationState } from './recalculation-state.js';

/** What a change of many accounts' past comes to, and the word that lets it into the bills. */
export default function RecalculationPage() {
  const { recalculationId = '' } = useParams();
  const { data, error, refetch } = useRecalculation(recalculationId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card recalculation={data} />;
}

function Card({ recalculation }: { recalculation: RecalculationCard }) {
  const t = useMessages(pastMessages);
  const format = useFormat();
  const may = useMay();
  const whatOf = useWhat();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<'let' | 'postpone' | 'undo' | null>(null);
  const stop = () => setDoing(null);
  const { id, state, from, reasons, changedBy, changedAt, decision, decidedBy, letting } = recalculation;
  const path = { id };
  const note = [
    reasons.join('; '),
    `${t('held.from')}: ${format.day(from)}`,
    [changedBy, format.instant(changedAt)].filter(Boolean).join(', '),
    decision && `${t('decision')}: ${[decision, decidedBy].filter(Boolean).join(', ')}`,
  ];
  const waits = letting.approval?.state === 'waiting';
  const open = state === 'waiting' || state === 'postponed';
  const mayLet = !waits && (open || (letting.cutOff !== null && state !== 'undone'));
  return (
    <Page fill>
      <PageHeader
        back={<Link to="/past-changes">{t('title')}</Link>}
        title={capitalized(whatOf(recalculation))}
        status={<RecalculationState of={recalculation} />}
        note={note.filter(Boolean).join(' · ')}
        actions={
          may('run.close') && (
            <>
              {state !== 'undone' && (
                <Button variant="default" onClick={() => setDoing('undo')}>
                  {t('undo')}
                </Button>
              )}
              {(state === 'waiting' || state === 'approved') && (
                <Button variant="default" onClick={() => setDoing('postpone')}>
                  {t('postpone')}
                </Button>
              )}
              {mayLet && <Button onClick={() => setDoing('let')}>{t(open ? 'approve' : 'approve.older')}</Button>}
            </>
          )
        }
      />
      {mayLet || waits ? <SecondWord word={letting} needs={t('approve.needs')} then={t('approve.then')} /> : null}
      <BatchPreview id={id} letting={letting} />
      <FormDialog opened={doing === 'let'} onClose={stop} title={t('approve.title')}>
        <LettingForm recalculation={recalculation} onClose={stop} />
      </FormDialog>
      <FormDialog opened={doing === 'postpone'} onClose={stop} title={t('postpone.title')}>
        <ReasonForm
          label={t('postpone.reason')}
          submit={t('postpone')}
          said={t('postpone.done')}
          onClose={stop}
          write={(api, reason, headers) =>
            answer(api.POST('/api/v1/recalculations/{id}/postpone', { params: { path }, body: { reason }, headers }))
          }
        />
      </FormDialog>
      <FormDialog opened={doing === 'undo'} onClose={stop} title={t('undo.title')}>
        <ReasonForm
          label={t('postpone.reason')}
          submit={t('undo')}
          said={t('undo.done')}
          onClose={() => void navigate('/past-changes')}
          onCancel={stop}
          write={(api, reason, headers) =>
            answer(api.POST('/api/v1/recalculations/{id}/undo', { params: { path }, body: { reason }, headers }))
          }
        >
          {t(state === 'posted' && letting.required ? 'undo.text.posted' : 'undo.text')}
        </ReasonForm>
      </FormDialog>
    </Page>
  );
}
