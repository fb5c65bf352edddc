import {
  answer,
  DataTable,
  DayField,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  FormGrid,
  MoneyText,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Section,
  Sheet,
  StatusBadge,
  useFormat,
  useLanguage,
  useLooseMessages,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Checkbox, PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle, IconCheck, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { numberText, typedDay, typedNumber } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { useCalendar } from '../../lib/calendar.js';
import { timeZoneOptions } from '../../lib/russian-time-zones.js';
import { type ChannelCard, useChannel, useSuppliers, useTrials } from './api.js';
import { ChannelStateBadge } from './channels-page.js';
import { paymentMessages } from './messages.js';
import classes from './payments.module.css';

export default function ChannelPage() {
  const { channelId = '' } = useParams();
  const { data: channel, error, refetch } = useChannel(channelId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!channel) return <Page>{null}</Page>;
  return <Card channel={channel} />;
}

function Card({ channel }: { channel: ChannelCard }) {
  const t = useMessages(paymentMessages);
  const may = useMay();
  const edits = may('channel.edit') && !channel.builtIn;
  return (
    <Page>
      <PageHeader
        back={<Link to="/payment-channels">{t('channels')}</Link>}
        title={channel.name}
        status={<ChannelStateBadge state={channel.state} />}
        note={channel.builtIn ? t('channel.builtIn') : [channel.preset.name, channel.note].join(' · ')}
        actions={edits && <Switches channel={channel} />}
      />
      {!channel.builtIn && (
        <div className={classes.card}>
          <Section title={t('channel.settings')}>
            <Sheet>
              <SettingsForm key={channel.version} channel={channel} edits={edits} />
            </Sheet>
          </Section>
          <div className={classes.column}>
            {channel.protocol !== null && <Checks channel={channel} />}
            <Fees channel={channel} edits={edits} />
            {channel.protocol !== null && <TrialLog id={channel.id} />}
          </div>
        </div>
      )}
    </Page>
  );
}

/** Refused by the server with what is missing; the list of checks tells it beforehand. */
function Switches({ channel: { id, state, protocol } }: { channel: ChannelCard }) {
  const t = useMessages(paymentMessages);
  const act = useAct({
    write: (api, next: ChannelCard['state'], headers) =>
      answer(
        api.POST('/api/v1/payment-channels/{id}/state', { params: { path: { id } }, body: { state: next }, headers }),
      ),
    onDone: () => undefined,
    said: t('channel.turned'),
  });
  const states = (protocol === null ? (['off', 'on'] as const) : (['off', 'testing', 'on'] as const)).filter(
    (one) => one !== state,
  );
  return (
    <>
      {states.map((one) => (
        <Button key={one} variant={one === 'on' ? 'filled' : 'default'} loading={act.busy} onClick={() => act.run(one)}>
          {t(`channel.turn.${one}`)}
        </Button>
      ))}
      <ProblemNotice error={act.error} />
    </>
  );
}

function SettingsForm({ channel, edits }: { channel: ChannelCard; edits: boolean }) {
  const t = useMessages(paymentMessages);
  const checks = useChecks();
  const may = useMay();
  const { data: suppliers } = useSuppliers(may('catalogue.read'));
  const { biller, protocol, needs } = channel;
  const known = timeZoneOptions(useLanguage());
  const zones = known.some(({ value }) => value === channel.timeZone)
    ? [...known]
    : [{ value: channel.timeZone, label: channel.timeZone }, ...known];
  const form = useForm({
    initialValues: {
      name: channel.name,
      networks: channel.networks.join('\n'),
      timeZone: channel.timeZone,
      least: numberText(channel.least),
      most: numberText(channel.most),
      recipientId: channel.recipientId,
      showsPayer: channel.showsPayer,
      login: biller.login ?? '',
      sumIn: biller.sumIn ?? null,
      getInfo: biller.getInfo ?? false,
      cancel: biller.cancel ?? false,
      readings: biller.readings ?? false,
      secret: '',
      password: '',
    },
    validate: { name: checks.filled, least: checks.numberOrEmpty, most: checks.numberOrEmpty },
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const { login, sumIn, getInfo, cancel, readings, secret, password } = values;
      const body = {
        name: values.name.trim(),
        networks: values.networks.split(/[\s,;]+/).filter(Boolean),
        timeZone: values.timeZone,
        least: typedNumber(values.least),
        most: typedNumber(values.most),
        recipientId: values.recipientId,
        showsPayer: values.showsPayer,
        biller: {
          ...biller,
          getInfo,
          cancel,
          readings,
          login: login.trim() || undefined,
          sumIn: sumIn ?? undefined,
        },
        ...(secret && { secret }),
        ...(password && { password }),
      };
      return answer(
        api.PUT('/api/v1/payment-channels/{id}', {
          params: { path: { id: channel.id }, header: { 'If-Match': `"${channel.version}"` } },
          body,
          headers,
        }),
      );
    },
    onDone: () => undefined,
  });
  const kept = (has: boolean) => (has ? t('channel.secret.set') : t('channel.secret.unset'));
  return (
    <Form submit={t('channel.save')} {...save}>
      <fieldset disabled={!edits} style={{ all: 'unset', display: 'contents' }}>
        <TextInput label={t('channel.name')} required maxLength={100} {...form.getInputProps('name')} />
        {protocol !== null && (
          <Textarea
            label={t('channel.networks')}
            description={t('channel.networks.hint')}
            autosize
            minRows={2}
            {...form.getInputProps('networks')}
          />
        )}
        <FormGrid>
          <TextInput label={t('channel.least')} inputMode="decimal" {...form.getInputProps('least')} />
          <TextInput label={t('channel.most')} inputMode="decimal" {...form.getInputProps('most')} />
        </FormGrid>
        {may('catalogue.read') && (
          <Select
            label={t('channel.recipient')}
            description={t('channel.recipient.hint')}
            placeholder={t('channel.recipient.any')}
            clearable
            searchable
            data={suppliers?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            {...form.getInputProps('recipientId')}
          />
        )}
        <Select label={t('channel.timeZone')} allowDeselect={false} data={zones} {...form.getInputProps('timeZone')} />
        {needs.includes('login') && (
          <TextInput label={t('channel.login')} maxLength={100} {...form.getInputProps('login')} />
        )}
        {needs.includes('sumIn') && (
          <Select
            label={t('channel.sumIn')}
            data={(['roubles', 'kopecks'] as const).map((value) => ({ value, label: t(`channel.sumIn.${value}`) }))}
            {...form.getInputProps('sumIn')}
          />
        )}
        {needs.includes('secret') && (
          <PasswordInput
            label={t('channel.secret')}
            placeholder={kept(channel.hasSecret)}
            autoComplete="new-password"
            maxLength={200}
            {...form.getInputProps('secret')}
          />
        )}
        {needs.includes('password') && (
          <PasswordInput
            label={t('channel.password')}
            placeholder={kept(channel.hasPassword)}
            autoComplete="new-password"
            maxLength={200}
            {...form.getInputProps('password')}
          />
        )}
        {protocol !== null && (
          <>
            <Checkbox label={t('channel.showsPayer')} {...form.getInputProps('showsPayer', { type: 'checkbox' })} />
            <Checkbox label={t('channel.getInfo')} {...form.getInputProps('getInfo', { type: 'checkbox' })} />
            <Checkbox label={t('channel.cancel')} {...form.getInputProps('cancel', { type: 'checkbox' })} />
            <Checkbox label={t('channel.readings')} {...form.getInputProps('readings', { type: 'checkbox' })} />
          </>
        )}
      </fieldset>
    </Form>
  );
}

function Checks({ channel: { readiness, needs } }: { channel: ChannelCard }) {
  const t = useMessages(paymentMessages);
  const name = useLooseMessages(paymentMessages);
  const settings = ['networks', ...needs].map((one) => ({
    key: one,
    label: t('channel.setting', { name: name(`channel.setting.${one}`, one) }),
    done: !readiness.settings.includes(one),
  }));
  const trials = (['check', 'unknown-account', 'pay', 'repeat'] as const).map((one) => ({
    key: one as string,
    label: t(`channel.trial.${one}`),
    done: readiness.trials[one],
  }));
  return (
    <Section title={t('channel.trials')} note={t('channel.trials.note')}>
      <ul className={classes.checks}>
        {[...settings, ...trials].map(({ key, label, done }) => (
          <li key={key}>
            <span>{label}</span>
            <StatusBadge tone={done ? 'good' : 'attention'} icon={done ? IconCheck : IconAlertCircle}>
              {done ? t('channel.done') : t('channel.missing')}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Fees({ channel, edits }: { channel: ChannelCard; edits: boolean }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const [adding, add] = useDisclosure();
  return (
    <Section
      title={t('channel.fees')}
      actions={
        edits && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
            {t('channel.fees.add')}
          </Button>
        )
      }
    >
      {channel.fees.length === 0 ? (
        <Notice tone="info">{t('channel.fees.empty')}</Notice>
      ) : (
        <DataTable
          label={t('channel.fees')}
          minWidth={520}
          rows={channel.fees}
          rowKey={({ since, percent, least }) => `${since} ${percent} ${least}`}
          columns={[
            { key: 'since', title: t('channel.fee.since'), width: 120, cell: ({ since }) => format.day(since) },
            { key: 'who', title: t('channel.fee.who'), cell: ({ payer }) => t(`channel.fee.who.${payer}`) },
            {
              key: 'percent',
              title: t('channel.fee.percent'),
              width: 90,
              align: 'end',
              cell: ({ percent }) => numberText(percent),
            },
            {
              key: 'least',
              title: t('channel.fee.least'),
              width: 120,
              align: 'end',
              cell: ({ least }) => <MoneyText value={least} currency={false} zero="dash" />,
            },
            {
              key: 'most',
              title: t('channel.fee.most'),
              width: 120,
              align: 'end',
              cell: ({ most }) => (most === null ? '—' : <MoneyText value={most} currency={false} />),
            },
          ]}
        />
      )}
      <FormDialog opened={adding} onClose={add.close} title={t('channel.fees.add')}>
        <FeeForm id={channel.id} onClose={add.close} />
      </FormDialog>
    </Section>
  );
}

function FeeForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(paymentMessages);
  const checks = useChecks();
  const { today } = useCalendar();
  const form = useForm({
    initialValues: {
      since: today,
      payer: 'payer' as 'payer' | 'organization',
      percent: '',
      least: '0',
      most: '',
      reason: '',
    },
    validate: {
      since: checks.day,
      percent: checks.number,
      least: checks.number,
      most: checks.numberOrEmpty,
      reason: checks.basis.reason,
    },
  });
  const save = useSave(form, {
    write: (api, { since, payer, percent, least, most, reason }, headers) => {
      const body = {
        since: typedDay(since),
        payer,
        percent: typedNumber(percent) ?? '',
        least: typedNumber(least) ?? '0',
        most: typedNumber(most),
        reason: reason.trim(),
      };
      return answer(api.POST('/api/v1/payment-channels/{id}/fees', { params: { path: { id } }, body, headers }));
    },
    onDone: onClose,
  });
  return (
    <Form onCancel={onClose} submit={t('channel.fees.add')} {...save}>
      <FormGrid>
        <DayField label={t('channel.fee.since')} required {...form.getInputProps('since')} />
        <Select
          label={t('channel.fee.who')}
          allowDeselect={false}
          data={(['payer', 'organization'] as const).map((value) => ({
            value,
            label: t(`channel.fee.who.${value}`),
          }))}
          {...form.getInputProps('payer')}
        />
        <TextInput label={t('channel.fee.percent')} required inputMode="decimal" {...form.getInputProps('percent')} />
        <TextInput label={t('channel.fee.least')} inputMode="decimal" {...form.getInputProps('least')} />
        <TextInput label={t('channel.fee.most')} inputMode="decimal" {...form.getInputProps('most')} />
      </FormGrid>
      <TextInput label={t('reason')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}

function TrialLog({ id }: { id: string }) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  const { data, error, refetch } = useTrials(id);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={t('channel.log')}>
      <DataTable
        wrap
        label={t('channel.log')}
        minWidth={520}
        rows={data?.items}
        rowKey={({ id: trial }) => trial}
        empty={<EmptyState title={t('channel.log.empty')} />}
        columns={[
          { key: 'when', title: t('operation.when'), width: 140, cell: ({ triedAt }) => format.instant(triedAt) },
          {
            key: 'what',
            title: t('operation.what'),
            cell: ({ kind, request, answer: heard }) => (
              <div className={classes.stacked}>
                <span>{t(`channel.trial.${kind}`)}</span>
                <small>{request}</small>
                <small>{heard}</small>
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}
