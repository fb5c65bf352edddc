import { DayField, ProblemNotice, useMessages } from '@dvor/ui';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconCamera, IconFileText } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { type OwnMeter, useOwnMeters } from './api.js';
import { readingMessages } from './messages.js';
import { proposalMessages } from './proposal-messages.js';
import { type Resource, RESOURCES, usePropose } from './proposals-api.js';
import { proposedOf, useProposedForm, ZONES } from './proposed-form.js';
import classes from './readings.module.css';
import { ZoneFields } from './zone-fields.js';

type Form = ReturnType<typeof useProposedForm>;

/** A meter that was installed or replaced: what it is, what it showed, and what shows it. */
export default function ProposePage({ accountId }: { accountId: string }) {
  const t = useMessages(proposalMessages);
  const navigate = useNavigate();
  const meters = useOwnMeters(accountId).data?.items ?? [];
  const proposed = useProposedForm();
  const { form } = proposed;
  const send = usePropose(accountId);
  return (
    <div className={classes.page}>
      <Link to="/readings" className={classes.back}>
        <IconArrowLeft size={20} aria-hidden />
        {t('back')}
      </Link>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.quiet}>{t('lead')}</p>
      <form
        className={classes.proposal}
        noValidate
        onSubmit={form.onSubmit((values) =>
          send.mutate(proposedOf(values), { onSuccess: () => void navigate('/readings') }),
        )}
      >
        <Which proposed={proposed} meters={meters} />
        <Dial proposed={proposed} />
        <Days proposed={proposed} />
        <Amounts proposed={proposed} meters={meters} />
        <Pictures proposed={proposed} />
        <Textarea size="md" label={t('note')} autosize minRows={2} maxLength={500} {...form.getInputProps('note')} />
        <ProblemNotice error={send.error} />
        <Button type="submit" size="lg" loading={send.isPending}>
          {t('send')}
        </Button>
      </form>
    </div>
  );
}

function Which({ proposed, meters }: { proposed: Form; meters: readonly OwnMeter[] }) {
  const t = useMessages(proposalMessages);
  const words = useMessages(readingMessages);
  const { form, setResource, setReplaced } = proposed;
  const same = meters.filter(({ resource }) => resource === form.values.resource);
  return (
    <>
      <NativeSelect
        size="md"
        label={t('resource')}
        data={[
          { value: '', label: t('choose') },
          ...RESOURCES.map((value) => ({ value, label: words(`resource.${value}`) })),
        ]}
        {...form.getInputProps('resource')}
        onChange={(event) => setResource(event.currentTarget.value as Resource | '')}
      />
      {same.length > 0 && (
        <NativeSelect
          size="md"
          label={t('replaces')}
          data={[
            { value: '', label: t('replaces.none') },
            ...same.map(({ id, serial }) => ({ value: id, label: words('number', { serial }) })),
          ]}
          {...form.getInputProps('replacesId')}
          onChange={(event) => setReplaced(same.find(({ id }) => id === event.currentTarget.value))}
        />
      )}
      <TextInput
        size="md"
        label={t('serial')}
        description={t('serial.hint')}
        autoComplete="off"
        maxLength={40}
        {...form.getInputProps('serial')}
      />
    </>
  );
}

function Dial({ proposed: { form, setZones } }: { proposed: Form }) {
  const t = useMessages(proposalMessages);
  return (
    <>
      {form.values.resource === 'electricity' && (
        <NativeSelect
          size="md"
          label={t('zones')}
          data={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(`zones.${value}`) }))}
          {...form.getInputProps('zones')}
          onChange={(event) => setZones(event.currentTarget.value)}
        />
      )}
      <div className={classes.pair}>
        <NativeSelect
          size="md"
          label={t('digits')}
          description={t('digits.hint')}
          data={['3', '4', '5', '6', '7', '8', '9']}
          {...form.getInputProps('digits')}
        />
        <NativeSelect
          size="md"
          label={t('scale')}
          description={t('scale.hint')}
          data={['0', '1', '2', '3', '4']}
          {...form.getInputProps('scale')}
        />
      </div>
    </>
  );
}

function Days({ proposed: { form } }: { proposed: Form }) {
  const t = useMessages(proposalMessages);
  return (
    <>
      <DayField size="md" label={t('installedOn')} {...form.getInputProps('installedOn')} />
      <DayField
        size="md"
        label={t('verifiedUntil')}
        description={t('verifiedUntil.hint')}
        {...form.getInputProps('verifiedUntil')}
      />
    </>
  );
}

function Amounts({ proposed: { form }, meters }: { proposed: Form; meters: readonly OwnMeter[] }) {
  const t = useMessages(proposalMessages);
  const { shown, final, zones, replacesId } = form.values;
  const replaced = meters.find(({ id }) => id === replacesId);
  return (
    <>
      <Dials
        label={t('shown')}
        zones={ZONES[zones]!}
        typed={shown}
        wrong={form.errors.shown}
        onType={(next) => form.setFieldValue('shown', next)}
      />
      {replaced && (
        <Dials
          label={t('final')}
          hint={t('final.hint')}
          zones={replaced.zones}
          typed={final}
          wrong={form.errors.final}
          onType={(next) => form.setFieldValue('final', next)}
        />
      )}
    </>
  );
}

function Dials({
  label,
  hint,
  wrong,
  ...dials
}: Omit<Parameters<typeof ZoneFields>[0], 'label'> & { label: string; hint?: string; wrong: unknown }) {
  return (
    <fieldset className={classes.group}>
      {dials.zones.length > 1 && <legend>{label}</legend>}
      <ZoneFields {...dials} label={label} />
      {hint && <p className={classes.quiet}>{hint}</p>}
      <Wrong text={wrong} />
    </fieldset>
  );
}

function Pictures({ proposed: { form } }: { proposed: Form }) {
  const t = useMessages(proposalMessages);
  const { photo, passport } = form.values;
  return (
    <div className={classes.group}>
      <p className={classes.quiet}>{t('picture.hint')}</p>
      <label className={classes.photo}>
        <input
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => form.setFieldValue('photo', event.currentTarget.files?.[0] ?? null)}
        />
        <IconCamera size={22} aria-hidden />
        {[t('photo'), photo && t('picture.change', { name: photo.name })].filter(Boolean).join(', ')}
      </label>
      <label className={classes.photo}>
        <input
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => form.setFieldValue('passport', event.currentTarget.files?.[0] ?? null)}
        />
        <IconFileText size={22} aria-hidden />
        {[t('passport'), passport && t('picture.change', { name: passport.name })].filter(Boolean).join(', ')}
      </label>
      <Wrong text={form.errors.photo ?? form.errors.passport} />
    </div>
  );
}

function Wrong({ text }: { text: unknown }) {
  return typeof text === 'string' ? (
    <p className={classes.wrong} role="alert">
      {text}
    </p>
  ) : null;
}
