import { answer, DayField, Form, FormGrid, FormSection, useMessages } from '@dvor/ui';
import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { emptyBasis } from '../../lib/basis/basis.js';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { typedDay, typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import type { LifeEvent, MeterCard } from './api.js';
import { DialFields, sealsOf, shownOf } from './dial-fields.js';
import { meterMessages } from './messages.js';
import { dayOf, emptyPaper, Foresight, isOld, PaperFields, paperOf, usePaperChecks } from './paper-fields.js';

type Kind = 'verification' | 'sealing' | 'removal';

/** A meter that stands was verified, sealed or removed. */
export function LifeForm({ meter, kind, onClose }: { meter: MeterCard; kind: Kind; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const paper = usePaperChecks();
  const { today } = useCalendar();
  const { zones } = meter;
  const form = useForm({
    initialValues: { ...emptyPaper(today), shown: zones.map(() => ({ text: '' })), verifiedUntil: '', seals: '' },
    validate: {
      ...paper,
      shown: { text: checks.number },
      verifiedUntil: (text) => (kind === 'verification' ? checks.day(text) : null),
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.POST('/api/v1/meters/{id}/life', {
          params: { path: { id: meter.id } },
          body: {
            ...paperOf(values),
            ...{ kind, seals: sealsOf(values.seals), ...told },
            shown: shownOf(
              zones,
              values.shown.map(({ text }) => text),
            ),
            ...(kind === 'verification' && { verifiedUntil: typedDay(values.verifiedUntil) }),
          },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <PaperFields form={form} />
      <FormGrid>
        <DialFields
          zones={zones}
          label={t('shown')}
          inputProps={(place) => form.getInputProps(`shown.${place}.text`)}
        />
        {kind === 'verification' && (
          <DayField
            label={t('verifiedUntil')}
            description={t('verifiedUntil.hint')}
            required
            {...form.getInputProps('verifiedUntil')}
          />
        )}
        {kind !== 'removal' && (
          <TextInput label={t('seals.new')} description={t('seals.hint')} {...form.getInputProps('seals')} />
        )}
      </FormGrid>
      <Foresight meterId={meter.id} on={dayOf(form.values)} />
      <BasisFields form={form} />
    </Form>
  );
}

/** A meter was removed and another put in its place. */
export function ReplaceForm({
  meter,
  onClose,
  onDone,
}: {
  meter: MeterCard;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const paper = usePaperChecks();
  const { today } = useCalendar();
  const { zones } = meter;
  const form = useForm({
    initialValues: {
      ...emptyPaper(today),
      shown: zones.map(() => ({ text: '' })),
      next: zones.map(() => ({ text: '0' })),
      ...{ serial: '', digits: meter.digits, scale: meter.scale, verifiedUntil: '', seals: '' },
    },
    validate: {
      ...paper,
      shown: { text: checks.number },
      next: { text: checks.number },
      serial: checks.filled,
      verifiedUntil: checks.day,
    },
  });
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.POST('/api/v1/meters/{id}/replacement', {
          params: { path: { id: meter.id } },
          body: {
            ...paperOf(values),
            ...{ seals: sealsOf(values.seals), ...told },
            shown: shownOf(
              zones,
              values.shown.map(({ text }) => text),
            ),
            next: {
              ...{ serial: values.serial.trim(), digits: values.digits, scale: values.scale },
              verifiedUntil: typedDay(values.verifiedUntil),
              shown: shownOf(
                zones,
                values.next.map(({ text }) => text),
              ),
            },
          },
          headers,
        }),
      ),
    onDone: ({ id }) => onDone(id),
  });
  return (
    <Form onCancel={onClose} submit={t('save')} {...record}>
      <PaperFields form={form} />
      <FormGrid>
        <DialFields
          zones={zones}
          label={t('shown.old')}
          inputProps={(place) => form.getInputProps(`shown.${place}.text`)}
        />
      </FormGrid>
      <FormSection title={t('new.title')}>
        <FormGrid>
          <TextInput label={t('serial')} required maxLength={40} {...form.getInputProps('serial')} />
          <DayField
            label={t('verifiedUntil')}
            description={t('verifiedUntil.hint')}
            required
            {...form.getInputProps('verifiedUntil')}
          />
          <DialFields
            zones={zones}
            label={t('shown.new')}
            inputProps={(place) => form.getInputProps(`next.${place}.text`)}
          />
          <NumberInput label={t('digits')} min={3} max={9} required {...form.getInputProps('digits')} />
          <NumberInput label={t('scale')} min={0} max={4} required {...form.getInputProps('scale')} />
          <TextInput label={t('seals.new')} description={t('seals.hint')} {...form.getInputProps('seals')} />
        </FormGrid>
      </FormSection>
      <Foresight meterId={meter.id} on={dayOf(form.values)} />
      <BasisFields form={form} />
    </Form>
  );
}

/** An act is taken back. */
export function MirrorForm({ meter, act, onClose }: { meter: MeterCard; act: LifeEvent; onClose: () => void }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: { late: '', basis: emptyBasis('decision') },
    validate: { basis: checks.basis },
  });
  const record = useRecord(form, {
    write: (api, { late }, told, headers) =>
      answer(
        api.POST('/api/v1/meter-life-acts/{id}/mirror', {
          params: { path: { id: act.id } },
          body: { lateReason: typedText(late), ...told },
          headers,
        }),
      ),
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('mirror.submit')} {...record}>
      <div>{t('mirror.text')}</div>
      {isOld(act.on, today) && (
        <TextInput label={t('late')} description={t('late.hint')} maxLength={500} {...form.getInputProps('late')} />
      )}
      <Foresight meterId={meter.id} on={act.on} />
      <BasisFields form={form} />
    </Form>
  );
}
