import { answer, ErrorState, Form, FormDialog, Notice, Page, PageHeader, useFormat, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Link, useParams } from 'react-router';
import { useSave } from '../../lib/basis/use-save.js';
import { type IntervalFileCard, useIntervalFile } from './api.js';
import { FileReport } from './file-report.js';
import { intervalMessages } from './messages.js';

const LEAST_WORDS = 3;

export default function IntervalFilePage() {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const { fileId = '' } = useParams();
  const { data: file, error, refetch } = useIntervalFile(fileId);
  const [withdrawing, withdraw] = useDisclosure();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Page>
      <PageHeader
        title={file?.fileName ?? ''}
        back={<Link to="/readings/intervals/files">{t('files.title')}</Link>}
        note={
          file &&
          t('file.note', {
            at: format.instant(file.receivedAt),
            messages: file.messages.length,
            encoding: file.encoding,
          })
        }
        actions={
          file &&
          !file.withdrawnAt && (
            <Button variant="default" onClick={withdraw.open}>
              {t('withdraw')}
            </Button>
          )
        }
      />
      {file?.withdrawnAt && (
        <Notice tone="attention">
          {t('file.withdrawn.note', { at: format.instant(file.withdrawnAt), reason: file.withdrawalReason ?? '' })}
        </Notice>
      )}
      {file && <FileReport file={file} />}
      <FormDialog opened={withdrawing} onClose={withdraw.close} title={t('withdraw.title')}>
        {file && <WithdrawForm file={file} onClose={withdraw.close} />}
      </FormDialog>
    </Page>
  );
}

function WithdrawForm({ file, onClose }: { file: IntervalFileCard; onClose: () => void }) {
  const t = useMessages(intervalMessages);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim().length < LEAST_WORDS ? t('need.reason') : null) },
  });
  const save = useSave(form, {
    write: (api, { reason }, headers) =>
      answer(
        api.POST('/api/v1/interval-files/{id}/withdrawal', {
          params: { path: { id: file.id } },
          body: { reason: reason.trim() },
          headers,
        }),
      ),
    onDone: onClose,
    said: t('withdrawn'),
  });
  return (
    <Form onCancel={onClose} submit={t('withdraw')} danger {...save}>
      <div>{t('withdraw.text')}</div>
      <TextInput
        label={t('withdraw.reason')}
        required
        maxLength={500}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </Form>
  );
}
