import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  Section,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import type { Schemas } from '@dvor/api-client';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { basisMessages } from '../../lib/basis/messages.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { dayAfter, dayBefore, typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import classes from './catalogue.module.css';
import { PhaseBadge } from './phase.js';
import { vatMessages } from './vat-messages.js';
import { useInterval } from './words.js';

type Exemption = Schemas['VatExemptionDto'];
type Doing = { readonly what: 'add' } | { readonly what: 'correct' | 'withdraw'; readonly exemption: Exemption } | null;

/** Days on which a supplier pays no VAT: its rates hold none then. */
export function VatExemptions({ supplierId }: { supplierId: string }) {
  const t = useMessages(vatMessages);
  const format = useFormat();
  const interval = useInterval();
  const may = useMay();
  const [doing, setDoing] = useState<Doing>(null);
  const stop = () => setDoing(null);
  const { data, error, refetch } = useVatExemptions(supplierId);
  const mayEdit = may('catalogue.edit');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Section
      title={t('title')}
      actions={
        mayEdit && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => setDoing({ what: 'add' })}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <DataTable
        wrap
        label={t('title')}
        minWidth={700}
        rows={data?.items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
        columns={[
          {
            key: 'days',
            title: t('days'),
            width: 190,
            cell: (exemption) => (
              <>
                <div>{interval(exemption)}</div>
                <PhaseBadge days={exemption} />
              </>
            ),
          },
          { key: 'article', title: t('article'), cell: ({ basis }) => basis },
          {
            key: 'recorded',
            title: t('recorded'),
            width: 210,
            cell: ({ reason, recordedAt, recordedBy }) => (
              <>
                {reason}
                <div className={classes.quiet}>
                  {[format.instant(String(recordedAt)), recordedBy].filter(Boolean).join(', ')}
                </div>
              </>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'do',
                  title: '',
                  width: 120,
                  align: 'end' as const,
                  cell: (exemption: Exemption) => (
                    <>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('correct.of', { days: interval(exemption) })}
                        onClick={() => setDoing({ what: 'correct', exemption })}
                      >
                        {t('correct')}
                      </Button>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('withdraw.of', { days: interval(exemption) })}
                        onClick={() => setDoing({ what: 'withdraw', exemption })}
                      >
                        {t('withdraw')}
                      </Button>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog opened={doing?.what === 'add'} onClose={stop} title={t('add')}>
        <ExemptionForm supplierId={supplierId} onClose={stop} />
      </FormDialog>
      <FormDialog opened={doing?.what === 'correct'} onClose={stop} title={t('correct.title')}>
        {doing?.what === 'correct' && (
          <ExemptionForm supplierId={supplierId} exemption={doing.exemption} onClose={stop} />
        )}
      </FormDialog>
      <FormDialog opened={doing?.what === 'withdraw'} onClose={stop} title={t('withdraw.title')}>
        {doing?.what === 'withdraw' && <WithdrawForm exemption={doing.exemption} onClose={stop} />}
      </FormDialog>
    </Section>
  );
}

function useVatExemptions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['suppliers', id, 'vat-exemptions'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/suppliers/{id}/vat-exemptions', { params: { path: { id } }, signal })),
  });
}

/** A new one, or one that is corrected. */
function ExemptionForm({
  supplierId,
  exemption,
  onClose,
}: {
  supplierId: string;
  exemption?: Exemption;
  onClose: () => void;
}) {
  const t = useMessages(vatMessages);
  const words = useMessages(basisMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      article: exemption?.basis ?? '',
      from: exemption?.validFrom ?? today,
      to: exemption?.validTo ? dayBefore(exemption.validTo) : '',
      basis: emptyBasis('other'),
    },
    validate: { article: checks.filled, from: checks.day, to: checks.until, basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { article, from, to }, told, headers) => {
      const days = { from: typedDay(from), to: to.trim() ? dayAfter(typedDay(to)) : null };
      const body = { basis: article.trim(), ...days, ...told };
      return exemption
        ? answer(api.PUT('/api/v1/vat-exemptions/{id}', { params: { path: { id: exemption.id } }, body, headers }))
        : answer(
            api.POST('/api/v1/suppliers/{id}/vat-exemptions', { params: { path: { id: supplierId } }, body, headers }),
          );
    },
    onDone: onClose,
  });
  const { from } = form.values;
  return (
    <Form onCancel={onClose} submit={exemption ? t('correct') : t('add')} {...record}>
      <TextInput
        data-autofocus
        label={t('article.field')}
        description={t('article.hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={300}
        {...form.getInputProps('article')}
      />
      <FormGrid>
        <DayField label={words('from')} required {...form.getInputProps('from')} />
        <DayField
          label={words('until')}
          description={words('until.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </FormGrid>
      <PastNotice from={exemption && exemption.validFrom < typedDay(from) ? exemption.validFrom : from} />
      <BasisFields form={form} />
    </Form>
  );
}

function WithdrawForm({ exemption, onClose }: { exemption: Exemption; onClose: () => void }) {
  const t = useMessages(vatMessages);
  const interval = useInterval();
  const checks = useChecks();
  const { id, basis, validFrom } = exemption;
  const form = useForm({ initialValues: { basis: emptyBasis('other') }, validate: { basis: checks.basis } });
  const record = useRecord(form, {
    write: (api, _, told, headers) =>
      answer(api.POST('/api/v1/vat-exemptions/{id}/withdrawal', { params: { path: { id } }, body: told, headers })),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('withdraw')} danger {...record}>
      <div>{`${basis}, ${interval(exemption)}`}</div>
      <div className={classes.quiet}>{t('withdraw.text')}</div>
      <PastNotice from={validFrom} />
      <BasisFields form={form} />
    </Form>
  );
}
