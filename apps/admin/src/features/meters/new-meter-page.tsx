import { answer, DayField, EmptyState, Form, FormGrid, FormSection, Page, PageHeader, useMessages } from '@dvor/ui';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearchParams } from 'react-router';
import { BasisFields } from '../../lib/basis/basis-fields.js';
import { PastNotice } from '../../lib/basis/past-notice.js';
import { typedDay } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useRecord } from '../../lib/basis/use-record.js';
import { useCalendar } from '../../lib/calendar.js';
import { type Resource, RESOURCES } from './api.js';
import { DialFields, sealsOf, shownOf } from './dial-fields.js';
import { meterMessages } from './messages.js';
import classes from './meters.module.css';
import { dayOf, emptyPaper, PaperFields, paperOf, usePaperChecks } from './paper-fields.js';

type Zone = 'day' | 'night' | 'peak' | 'half-peak';
const ZONES: Readonly<Record<string, readonly Zone[]>> = {
  2: ['day', 'night'],
  3: ['peak', 'half-peak', 'night'],
  4: ['peak', 'half-peak', 'day', 'night'],
};

/** A meter was installed in a premises. */
export default function NewMeterPage() {
  const t = useMessages(meterMessages);
  const [params] = useSearchParams();
  const premisesId = params.get('premisesId');
  return (
    <Page>
      <PageHeader title={t('new.title')} />
      {premisesId ? (
        <div className={classes.form}>
          <InstallForm premisesId={premisesId} />
        </div>
      ) : (
        <EmptyState title={t('new.wrong')}>{t('new.wrong.text')}</EmptyState>
      )}
    </Page>
  );
}

function InstallForm({ premisesId }: { premisesId: string }) {
  const t = useMessages(meterMessages);
  const checks = useChecks();
  const paper = usePaperChecks();
  const navigate = useNavigate();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      ...emptyPaper(today),
      ...{
        resource: null as Resource | null,
        serial: '',
        zones: '1',
        digits: 5,
        scale: 3,
        verifiedUntil: '',
        seals: '',
      },
      shown: ['0', '0', '0', '0'].map((text) => ({ text })),
    },
    validate: {
      ...paper,
      resource: checks.chosen,
      serial: checks.filled,
      verifiedUntil: checks.day,
      shown: { text: checks.number },
    },
  });
  const zones = ZONES[form.values.zones] ?? [];
  const dial = zones.length === 0 ? ['all'] : zones;
  const record = useRecord(form, {
    write: (api, values, told, headers) =>
      answer(
        api.POST('/api/v1/premises/{id}/meters', {
          params: { path: { id: premisesId } },
          body: {
            ...paperOf(values),
            ...{ resource: values.resource!, serial: values.serial.trim(), digits: values.digits, scale: values.scale },
            ...{
              zones: [...zones],
              verifiedUntil: typedDay(values.verifiedUntil),
              seals: sealsOf(values.seals),
              ...told,
            },
            shown: shownOf(
              dial,
              values.shown.map(({ text }) => text),
            ),
          },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/meters/${id}`),
  });
  return (
    <Form onCancel={() => void navigate(-1)} submit={t('save')} {...record}>
      <FormGrid>
        <Select
          label={t('resource')}
          required
          allowDeselect={false}
          data={RESOURCES.map((value) => ({ value, label: t(`resource.${value}`) }))}
          {...form.getInputProps('resource')}
          onChange={(resource) => form.setValues({ resource: resource as Resource, zones: '1' })}
        />
        <TextInput label={t('serial')} required maxLength={40} {...form.getInputProps('serial')} />
        {form.values.resource === 'electricity' && (
          <Select
            label={t('new.zones')}
            allowDeselect={false}
            data={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(`new.zones.${value}`) }))}
            {...form.getInputProps('zones')}
          />
        )}
        <DialFields zones={dial} label={t('shown')} inputProps={(place) => form.getInputProps(`shown.${place}.text`)} />
        <DayField
          label={t('verifiedUntil')}
          description={t('verifiedUntil.hint')}
          required
          {...form.getInputProps('verifiedUntil')}
        />
        <NumberInput label={t('digits')} min={3} max={9} required {...form.getInputProps('digits')} />
        <NumberInput label={t('scale')} min={0} max={4} required {...form.getInputProps('scale')} />
        <TextInput label={t('seals.new')} description={t('seals.hint')} {...form.getInputProps('seals')} />
      </FormGrid>
      <FormSection title={t('new.paper')}>
        <PaperFields form={form} />
        <PastNotice from={dayOf(form.values)} />
        <BasisFields form={form} />
      </FormSection>
    </Form>
  );
}
