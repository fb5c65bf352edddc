import {
  answer,
  ConfirmDialog,
  ErrorState,
  FormDialog,
  Notice,
  Page,
  PageHeader,
  Section,
  Sheet,
  StatusBadge,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { ReasonForm } from '../../lib/second-word/reason-form.js';
import { SecondWord } from '../../lib/second-word/second-word.js';
import { CloseButton } from './close-button.js';
import { type Checklist, type MonthCheck, useChecklist } from './close-api.js';
import { closeMessages } from './close-messages.js';
import classes from './month.module.css';
import { placeOf } from './place-of-check.js';
import { RunStateBadge } from './run-state-badge.js';

const STEPS = ['data', 'charges', 'payments', 'penalties', 'benefits'] as const;

/** What is looked at before a month is closed, in its order; the closing, and its undoing. */
export default function ClosePage() {
  const t = useMessages(closeMessages);
  const format = useFormat();
  const { runId = '' } = useParams();
  const { data: list, error, refetch } = useChecklist(runId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!list) return <Page>{null}</Page>;
  const { run, checks } = list;
  const slips = checks.filter((check) => check.slips);
  return (
    <Page>
      <PageHeader
        back={<Link to={`/runs/${run.id}`}>{t('back')}</Link>}
        title={t('title', { month: format.month(run.period) })}
        status={<RunStateBadge state={run.state} />}
        note={t('note')}
      />
      {STEPS.map((step, i) => (
        <Step
          key={step}
          title={`${i + 1}. ${t(`step.${step}`)}`}
          run={run}
          checks={checks.filter((one) => one.step === step)}
        />
      ))}
      <Section title={t('slips')}>
        <Sheet>
          {slips.length === 0 ? (
            t('slips.none')
          ) : (
            <ul className={classes.slips}>
              {slips.map(({ code, title, text }) => (
                <li key={code}>
                  <b>{title}.</b> {text}
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      </Section>
      <Closing list={list} />
    </Page>
  );
}

function Step({ title, run, checks }: { title: string; run: Checklist['run']; checks: readonly MonthCheck[] }) {
  const t = useMessages(closeMessages);
  const may = useMay();
  const [skipping, setSkipping] = useState<MonthCheck | null>(null);
  const stop = () => setSkipping(null);
  return (
    <Section title={title}>
      <Sheet>
        <ul className={classes.checks} aria-label={title}>
          {checks.map((check) => (
            <li key={check.code} className={classes.check}>
              <CheckBadge state={check.state} />
              <div className={classes.checkFound}>
                <div className={classes.strong}>{check.title}</div>
                <div>{check.text}</div>
                {check.skip && check.skip.state !== 'approved' && (
                  <Link to={`/approvals/${check.skip.id}`}>
                    {check.skip.state === 'waiting'
                      ? t('skip.waiting')
                      : t('skip.refused', { note: check.skip.note ?? '' })}
                  </Link>
                )}
              </div>
              <span className={classes.quiet}>{t(`owner.${check.owner}`)}</span>
              <span className={classes.checkDo}>
                {placeOf(check, run) && (
                  <Link to={placeOf(check, run)!} aria-label={`${t('look')}: ${check.title}`}>
                    {t('look')}
                  </Link>
                )}
                {check.state === 'red' && check.skippable && may('run.close') && check.skip?.state !== 'waiting' && (
                  <Button size="compact-xs" variant="default" onClick={() => setSkipping(check)}>
                    {t('skip')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
      <FormDialog opened={skipping !== null} onClose={stop} title={t('skip.title', { check: skipping?.title ?? '' })}>
        {skipping && (
          <ReasonForm
            label={t('why')}
            submit={t('closing.ask')}
            said={t('skip.done')}
            onClose={stop}
            write={(api, reason, headers) =>
              answer(
                api.POST('/api/v1/runs/{id}/checks/{code}/skip', {
                  params: { path: { id: run.id, code: skipping.code } },
                  body: { reason },
                  headers,
                }),
              )
            }
          >
            {t('skip.text')}
          </ReasonForm>
        )}
      </FormDialog>
    </Section>
  );
}

function CheckBadge({ state }: { state: MonthCheck['state'] }) {
  const t = useMessages(closeMessages);
  const tone = { ok: 'good', warn: 'attention', red: 'danger', skipped: 'info' } as const;
  const icon = { ok: IconCheck, warn: IconInfoCircle, red: IconAlertTriangle, skipped: IconUsers };
  return (
    <StatusBadge tone={tone[state]} icon={icon[state]}>
      {t(`state.${state}`)}
    </StatusBadge>
  );
}

function Closing({ list: { run, mayClose, closing, reopening } }: { list: Checklist }) {
  const t = useMessages(closeMessages);
  const format = useFormat();
  const may = useMay();
  const [doing, setDoing] = useState<'ask' | 'recalculate' | 'reopen' | 'askToReopen' | null>(null);
  const stop = () => setDoing(null);
  const path = { id: run.id };
  const month = format.month(run.period);
  const recalculating = useAct({
    write: (api, _: string, headers) =>
      answer(api.POST('/api/v1/runs/{id}/recalculate', { params: { path }, body: {}, headers })),
    onDone: stop,
    said: t('recalculate.done'),
  });
  const word = run.state === 'closed' ? reopening : closing;
  const approved = word.approval?.state === 'approved';
  const waiting = word.approval?.state === 'waiting';
  return (
    <Section title={t('closing')}>
      <Sheet>
        {run.state === 'review' && !mayClose && <Notice tone="attention">{t('closing.blocked')}</Notice>}
        {run.state === 'closed' && (
          <p className={classes.note}>{[t('closed'), reopening.refusal].filter(Boolean).join(' ')}</p>
        )}
        {(run.state === 'review' || reopening.possible) && (
          <SecondWord
            word={word}
            needs={run.state === 'closed' ? t('reopen.needs') : t('closing.needs')}
            then={run.state === 'closed' ? '' : t('closing.then')}
          />
        )}
        {run.state === 'review' && !closing.required && <p className={classes.note}>{t('closing.alone')}</p>}
        <div className={classes.actions}>
          {run.state === 'review' && may('run.start') && (
            <Button variant="default" onClick={() => setDoing('recalculate')}>
              {t('recalculate')}
            </Button>
          )}
          {run.state === 'review' && may('run.close') && closing.required && !approved && !waiting && (
            <Button onClick={() => setDoing('ask')}>{t('closing.ask')}</Button>
          )}
          {run.state === 'review' && may('run.close') && (!closing.required || approved) && (
            <CloseButton run={run} disabled={!mayClose} />
          )}
          {reopening.possible && may('run.close') && (!reopening.required || approved) && (
            <Button variant="default" onClick={() => setDoing('reopen')}>
              {t('reopen')}
            </Button>
          )}
          {reopening.possible && may('run.close') && reopening.required && !approved && !waiting && (
            <Button variant="default" onClick={() => setDoing('askToReopen')}>
              {t('reopen')}
            </Button>
          )}
        </div>
      </Sheet>
      <ConfirmDialog
        opened={doing === 'recalculate'}
        onClose={stop}
        title={t('recalculate.title')}
        confirm={t('recalculate')}
        busy={recalculating.busy}
        error={recalculating.error}
        onConfirm={() => recalculating.run(run.id)}
      >
        {t('recalculate.text')}
      </ConfirmDialog>
      <FormDialog opened={doing === 'ask'} onClose={stop} title={t('closing.ask.title')}>
        <ReasonForm
          label={t('why')}
          submit={t('closing.ask')}
          said={t('closing.asked')}
          onClose={stop}
          write={(api, reason, headers) =>
            answer(api.POST('/api/v1/runs/{id}/close/ask', { params: { path }, body: { reason }, headers }))
          }
        />
      </FormDialog>
      <FormDialog
        opened={doing === 'reopen' || doing === 'askToReopen'}
        onClose={stop}
        title={t('reopen.title', { month })}
      >
        <ReasonForm
          label={t('why')}
          submit={doing === 'reopen' ? t('reopen') : t('closing.ask')}
          danger
          said={doing === 'reopen' ? t('reopen.done') : t('closing.asked')}
          onClose={stop}
          write={(api, reason, headers) =>
            doing === 'reopen'
              ? answer<unknown>(
                  api.POST('/api/v1/runs/{id}/reopen', {
                    params: { path, header: { 'Idempotency-Key': headers['Idempotency-Key']! } },
                    body: { reason },
                  }),
                )
              : answer<unknown>(
                  api.POST('/api/v1/runs/{id}/reopen/ask', { params: { path }, body: { reason }, headers }),
                )
          }
        >
          {t('reopen.text')}
        </ReasonForm>
      </FormDialog>
    </Section>
  );
}
