import {
  answer,
  DataTable,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  Page,
  PageHeader,
  StatusBadge,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconPlugConnected, IconPlus, IconPower, IconTestPipe } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { numberText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { PaymentTabs } from '../../lib/payment-tabs/payment-tabs.js';
import { type Channel, useChannels, usePresets } from './api.js';
import { paymentMessages } from './messages.js';

export default function ChannelsPage() {
  const t = useMessages(paymentMessages);
  const may = useMay();
  const navigate = useNavigate();
  const [opening, open] = useDisclosure();
  const { data, error, refetch } = useChannels();
  const feeOf = ({ fee }: Channel) =>
    fee ? t(`channel.fee.${fee.payer}`, { percent: numberText(fee.percent) }) : t('channel.fee.none');
  return (
    <Page fill>
      <PageHeader
        title={t('channels')}
        actions={
          may('channel.edit') && (
            <Button leftSection={<IconPlus size={16} />} onClick={open.open}>
              {t('channel.open')}
            </Button>
          )
        }
      />
      <PaymentTabs current="payment-channels" />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          fill
          label={t('channels')}
          minWidth={760}
          rows={data?.items}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/payment-channels/${id}`)}
          empty={
            <EmptyState icon={<IconPlugConnected stroke={1.5} />} title={t('channel.empty')}>
              {t('channel.empty.text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              title: t('channel.name'),
              cell: ({ id, name }) => (
                <Link to={`/payment-channels/${id}`} tabIndex={-1}>
                  {name}
                </Link>
              ),
            },
            { key: 'preset', title: t('channel.preset'), cell: ({ preset }) => preset.name },
            {
              key: 'protocol',
              title: t('channel.protocol'),
              width: 160,
              cell: ({ protocol }) => protocol ?? t('channel.protocol.none'),
            },
            { key: 'fee', title: t('fee'), width: 190, cell: feeOf },
            { key: 'state', title: t('state'), width: 140, cell: ({ state }) => <ChannelStateBadge state={state} /> },
          ]}
        />
      )}
      <FormDialog opened={opening} onClose={open.close} title={t('channel.open.title')}>
        <OpenForm onClose={open.close} />
      </FormDialog>
    </Page>
  );
}

export function ChannelStateBadge({ state }: { state: Channel['state'] }) {
  const t = useMessages(paymentMessages);
  const tone = { off: 'quiet', testing: 'attention', on: 'good' } as const;
  const icon = { off: IconPower, testing: IconTestPipe, on: IconCheck };
  return (
    <StatusBadge tone={tone[state]} icon={icon[state]}>
      {t(`channel.state.${state}`)}
    </StatusBadge>
  );
}

function OpenForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(paymentMessages);
  const checks = useChecks();
  const navigate = useNavigate();
  const { data } = usePresets();
  const form = useForm({
    initialValues: { preset: null as string | null, code: '', name: '' },
    validate: { preset: checks.chosen, code: checks.filled, name: checks.filled },
  });
  const save = useSave(form, {
    write: (api, { preset, code, name }, headers) =>
      answer(
        api.POST('/api/v1/payment-channels', {
          body: { preset: preset!, code: code.trim(), name: name.trim() },
          headers,
        }),
      ),
    onDone: ({ id }) => void navigate(`/payment-channels/${id}`),
    said: t('channel.opened'),
  });
  const presets = data?.items ?? [];
  const about = (way: (typeof presets)[number]['way']) =>
    way === null ? ` – ${t('channel.preset.notBuilt')}` : way === 'entered' ? ` – ${t('channel.preset.entered')}` : '';
  return (
    <Form onCancel={onClose} submit={t('channel.open')} {...save}>
      <Select
        data-autofocus
        label={t('channel.preset')}
        description={t('channel.preset.hint')}
        required
        searchable
        data={presets.map(({ code, name, way }) => ({
          value: code,
          label: `${name}${about(way)}`,
          disabled: way === null,
        }))}
        {...form.getInputProps('preset')}
        onChange={(code) => {
          form.setFieldValue('preset', code);
          const preset = presets.find((one) => one.code === code);
          if (preset) form.setValues({ preset: code, code: preset.code, name: preset.name });
        }}
      />
      <TextInput label={t('channel.name')} required maxLength={100} {...form.getInputProps('name')} />
      <TextInput
        label={t('channel.code')}
        description={t('channel.code.hint')}
        required
        maxLength={40}
        {...form.getInputProps('code')}
      />
    </Form>
  );
}
