import {
  answer,
  DataTable,
  EmptyState,
  ErrorState,
  Form,
  FormDialog,
  Notice,
  Page,
  PageHeader,
  SearchField,
  Toolbar,
  useFormat,
  useMay,
  useMessages,
} from '@dvor/ui';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconUsers } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSave } from '../../lib/basis/use-save.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { ApprovalStateBadge } from './approval-state.js';
import { type ApprovalRule, useApprovalRules, useApprovals } from './api.js';
import { approvalMessages } from './messages.js';

const TABS = ['waiting', 'all', 'rules'] as const;

/** What needs a second person's word, and what here does not. */
export default function ApprovalsPage() {
  const t = useMessages(approvalMessages);
  const [chosen, setTab] = useUrlFilter('tab');
  const tab = TABS.find((one) => one === chosen) ?? 'waiting';
  return (
    <Page fill>
      <PageHeader title={t('title')} note={t('note')} />
      <Toolbar>
        <SegmentedControl
          value={tab}
          onChange={(next) => setTab(next === 'waiting' ? null : next)}
          data={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
      </Toolbar>
      {tab === 'rules' ? <Rules /> : <List state={tab === 'waiting' ? 'waiting' : undefined} />}
    </Page>
  );
}

function List({ state }: { state: 'waiting' | undefined }) {
  const t = useMessages(approvalMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useUrlFilter('search');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useApprovals(state);
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const wanted = search.toLowerCase();
  const items = data?.pages
    .flatMap((page) => page.items)
    .filter(({ title, reason, askedBy }) => `${title} ${reason} ${askedBy?.name ?? ''}`.toLowerCase().includes(wanted));
  return (
    <>
      <Toolbar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
      </Toolbar>
      <DataTable
        fill
        wrap
        label={t('title')}
        minWidth={860}
        rows={items}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/approvals/${id}`)}
        onNearEnd={more}
        empty={
          search ? (
            <EmptyState title={t('none')} />
          ) : (
            <EmptyState icon={<IconUsers stroke={1.5} />} title={t(state ? 'empty.waiting' : 'empty.all')}>
              {t('empty.waiting.text')}
            </EmptyState>
          )
        }
        columns={[
          {
            key: 'what',
            title: t('what'),
            cell: ({ id, title }) => (
              <Link to={`/approvals/${id}`} tabIndex={-1}>
                {title}
              </Link>
            ),
          },
          { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
          { key: 'asked', title: t('asked'), width: 200, cell: ({ askedBy }) => askedBy?.name ?? '—' },
          { key: 'when', title: t('when'), width: 150, cell: ({ askedAt }) => format.instant(askedAt) },
          { key: 'state', title: t('state'), width: 200, cell: (one) => <ApprovalStateBadge approval={one} /> },
        ]}
      />
    </>
  );
}

function Rules() {
  const t = useMessages(approvalMessages);
  const format = useFormat();
  const may = useMay();
  const [changing, setChanging] = useState<ApprovalRule | null>(null);
  const { data, error, refetch } = useApprovalRules();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const stop = () => setChanging(null);
  return (
    <>
      <DataTable
        wrap
        label={t('tab.rules')}
        minWidth={720}
        rows={data?.items}
        rowKey={({ action }) => action}
        columns={[
          { key: 'action', title: t('rule.action'), width: 320, cell: ({ title }) => title },
          {
            key: 'how',
            title: t('rule.how'),
            cell: ({ required, waivedBy, waivedAt, reason }) =>
              required ? (
                t('rule.two')
              ) : (
                <>
                  {t('rule.one')}
                  <br />
                  <small>
                    {t('rule.since', {
                      who: waivedBy ?? t('rule.program'),
                      at: waivedAt ? format.instant(waivedAt) : '',
                      reason: reason ?? '',
                    })}
                  </small>
                </>
              ),
          },
          {
            key: 'change',
            title: '',
            width: 190,
            align: 'end',
            cell: (rule) =>
              may('settings.edit') && (
                <Button size="compact-sm" variant="default" onClick={() => setChanging(rule)}>
                  {t(rule.required ? 'rule.waive' : 'rule.restore')}
                </Button>
              ),
          },
        ]}
      />
      <FormDialog
        opened={changing !== null}
        onClose={stop}
        title={
          changing ? t(changing.required ? 'rule.waive.title' : 'rule.restore.title', { rule: changing.title }) : ''
        }
      >
        {changing && <RuleForm rule={changing} onClose={stop} />}
      </FormDialog>
    </>
  );
}

function RuleForm({ rule, onClose }: { rule: ApprovalRule; onClose: () => void }) {
  const t = useMessages(approvalMessages);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim().length < 3 ? t('need.reason') : null) },
  });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.PUT('/api/v1/approval-rules', {
          body: { action: rule.action as never, required: !rule.required, reason: reason.trim() },
          headers,
        }),
      ),
    onDone: ({ asked }) => {
      onClose();
      notifications.show({ message: t(asked ? 'rule.asked' : 'rule.done') });
    },
    said: null,
  });
  return (
    <Form onCancel={onClose} submit={t(rule.required ? 'rule.waive' : 'rule.restore')} danger={rule.required} {...save}>
      {rule.required && (
        <Notice tone="attention">
          {t('rule.waive.text')} {t('rule.asks')}
        </Notice>
      )}
      <TextInput data-autofocus label={t('rule.why')} required maxLength={500} {...form.getInputProps('reason')} />
    </Form>
  );
}
