import {
  answer,
  ErrorState,
  type Fact,
  Facts,
  Form,
  FormDialog,
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
import { useForm } from '@mantine/form';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { numberText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { type QualityAct, useAct, useEffectOf } from './api.js';
import { EffectTable } from './effect-table.js';
import { qualityMessages } from './messages.js';
import classes from './quality.module.css';
import { useActWords } from './use-words.js';

export default function QualityActPage() {
  const { actId = '' } = useParams();
  const { data, error, refetch } = useAct(actId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Page>{null}</Page>;
  return <Card act={data} />;
}

function Card({ act }: { act: QualityAct }) {
  const t = useMessages(qualityMessages);
  const words = useActWords();
  const format = useFormat();
  const may = useMay();
  const [cancelling, setCancelling] = useState(false);
  const effect = useEffectOf(act.id);
  const stands = act.cancelled === null;
  const facts: Fact[] = [
    { label: t('type'), value: `${t(`service.${act.service}`)}, ${t(`type.${act.type}`)}` },
    ...(act.value === null || (act.type !== 'temperature' && act.type !== 'pressure')
      ? []
      : [{ label: t(`value.${act.type}`), value: numberText(act.value) }]),
    { label: t('when'), value: words.when(act) },
    ...(act.complainedAt ? [{ label: t('complained'), value: words.minute(act.complainedAt) }] : []),
    ...act.houses.map(({ address, premises }) => ({
      label: address,
      value: premises === null ? t('whole') : premises.map(({ number }) => number).join(', '),
    })),
    { label: t('reason'), value: act.reason },
    ...(act.lateReason ? [{ label: t('late'), value: act.lateReason }] : []),
    { label: t('recorded'), value: `${act.recordedBy ?? '—'}, ${format.instant(act.recordedAt)}` },
  ];
  return (
    <Page>
      <PageHeader
        back={<Link to="/quality-acts">{t('back')}</Link>}
        title={words.named(act)}
        status={
          <StatusBadge tone={stands ? 'good' : 'quiet'} icon={stands ? IconCheck : IconX}>
            {t(stands ? 'state.standing' : 'state.cancelled')}
          </StatusBadge>
        }
        note={words.state(act)}
        actions={
          may('house.edit') &&
          stands && (
            <>
              <Button component={Link} to={`/quality-acts/${act.id}/correct`} variant="default">
                {t('correct')}
              </Button>
              <Button color="red" variant="light" onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
            </>
          )
        }
      />
      <div className={classes.card}>
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <Section title={t('effect')}>
          {effect.error ? (
            <ErrorState error={effect.error} onRetry={() => void effect.refetch()} />
          ) : (
            <EffectTable effect={effect.data} />
          )}
        </Section>
      </div>
      <FormDialog
        opened={cancelling}
        onClose={() => setCancelling(false)}
        title={t('cancel.title', { number: act.number })}
      >
        <CancelForm act={act} onClose={() => setCancelling(false)} />
      </FormDialog>
    </Page>
  );
}

function CancelForm({ act, onClose }: { act: QualityAct; onClose: () => void }) {
  const t = useMessages(qualityMessages);
  const checks = useChecks();
  const form = useForm({ initialValues: { basis: emptyBasis('decision') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    write: (api, _, told, headers) =>
      answer(
        api.POST('/api/v1/quality-acts/{id}/cancellation', {
          params: { path: { id: act.id } },
          body: told,
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('cancel')} danger {...record}>
      <div>{t('cancel.text')}</div>
      <BasisFields form={form} />
    </Form>
  );
}
