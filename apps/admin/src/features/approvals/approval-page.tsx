import {
  answer,
  ConfirmDialog,
  ErrorState,
  Facts,
  Form,
  FormDialog,
  Notice,
  Page,
  PageHeader,
  Sheet,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAct, useSave } from '../../lib/basis/use-save.js';
import { ApprovalStateBadge } from './approval-state.js';
import { type Approval, useApproval } from './api.js';
import { approvalMessages } from './messages.js';

/** One request: what, why, by whom; and the decision. */
export default function ApprovalPage() {
  const t = useMessages(approvalMessages);
  const format = useFormat();
  const { approvalId = '' } = useParams();
  const { data: approval, error, refetch } = useApproval(approvalId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!approval) return <Page>{null}</Page>;
  const { title, figures, reason, askedBy, askedAt, decidedBy, decidedAt, note, usedAt } = approval;
  const place = placeOf(approval);
  return (
    <Page>
      <PageHeader
        back={<Link to="/approvals">{t('back')}</Link>}
        title={title}
        status={<ApprovalStateBadge approval={approval} />}
        note={`${askedBy?.name ?? ''}, ${format.instant(askedAt)}`}
      />
      <Sheet>
        <Facts
          facts={[
            { label: t('reason'), value: reason },
            ...figures,
            ...(place ? [{ label: t('object'), value: <Link to={place}>{t('object.open')}</Link> }] : []),
            ...(decidedAt
              ? [
                  {
                    label: t('decided'),
                    value: `${decidedBy?.name ?? ''}, ${format.instant(decidedAt)}${note ? `: ${note}` : ''}`,
                  },
                ]
              : []),
            ...(usedAt ? [{ label: t('used'), value: format.instant(usedAt) }] : []),
          ]}
        />
        {approval.state === 'waiting' && <Decide approval={approval} />}
      </Sheet>
    </Page>
  );
}

function placeOf({ object: { type, id } }: Approval): string | null {
  if (type === 'run') return `/runs/${id}/close`;
  if (type === 'recalculation') return `/past-changes/${id}`;
  if (type === 'write-off') return `/write-offs/${id}`;
  if (type === 'correction') return `/corrections/${id}`;
  if (type === 'run-check') return `/runs/${id.split(':')[0]}/close`;
  return type === 'account' ? `/accounts/${id}` : null;
}

function Decide({ approval }: { approval: Approval }) {
  const t = useMessages(approvalMessages);
  const may = useMay();
  const [doing, setDoing] = useState<'approve' | 'refuse' | 'withdraw' | null>(null);
  const stop = () => setDoing(null);
  const { id, own, author, title } = approval;
  const path = { id };
  const approving = useAct({
    write: (api, _: string, headers) =>
      answer(api.POST('/api/v1/approvals/{id}/approve', { params: { path }, body: {}, headers })),
    onDone: stop,
    said: t('approve.done'),
  });
  const withdrawing = useAct({
    write: (api, _: string, headers) =>
      answer(api.POST('/api/v1/approvals/{id}/withdraw', { params: { path }, body: {}, headers })),
    onDone: stop,
    said: t('withdraw.done'),
  });
  if (own)
    return (
      <>
        <Notice tone="info" title={t('own')}>
          {t('own.text')}
        </Notice>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setDoing('withdraw')}>
            {t('withdraw')}
          </Button>
        </Group>
        <ConfirmDialog
          opened={doing === 'withdraw'}
          onClose={stop}
          title={t('withdraw.title')}
          confirm={t('withdraw')}
          busy={withdrawing.busy}
          error={withdrawing.error}
          onConfirm={() => withdrawing.run(id)}
        >
          {t('withdraw.text')}
        </ConfirmDialog>
      </>
    );
  if (author)
    return (
      <Notice tone="info" title={t('author')}>
        {t('author.text')}
      </Notice>
    );
  if (!may('approval.decide')) return null;
  return (
    <>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => setDoing('refuse')}>
          {t('refuse')}
        </Button>
        <Button onClick={() => setDoing('approve')}>{t('approve')}</Button>
      </Group>
      <ConfirmDialog
        opened={doing === 'approve'}
        onClose={stop}
        title={t('approve.title')}
        confirm={t('approve')}
        busy={approving.busy}
        error={approving.error}
        onConfirm={() => approving.run(id)}
      >
        <p>{title}</p>
        <p>{t('approve.text')}</p>
      </ConfirmDialog>
      <FormDialog opened={doing === 'refuse'} onClose={stop} title={t('refuse.title')}>
        <RefuseForm id={id} onClose={stop} />
      </FormDialog>
    </>
  );
}

function RefuseForm({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(approvalMessages);
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (text) => (text.trim().length < 3 ? t('need.reason') : null) },
  });
  const save = useSave(form, {
    write: (api, { note }, headers) =>
      answer(
        api.POST('/api/v1/approvals/{id}/refuse', { params: { path: { id } }, body: { note: note.trim() }, headers }),
      ),
    onDone: onClose,
    said: t('refuse.done'),
  });
  return (
    <Form onCancel={onClose} submit={t('refuse')} danger {...save}>
      <TextInput
        data-autofocus
        label={t('refuse.why')}
        placeholder={t('refuse.example')}
        required
        maxLength={500}
        {...form.getInputProps('note')}
      />
    </Form>
  );
}
