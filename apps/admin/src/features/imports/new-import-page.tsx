import {
  CountProgress,
  Notice,
  Page,
  PageHeader,
  ProblemNotice,
  Sheet,
  useFormat,
  useMessages,
  useSession,
} from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSteadyKey } from '../../lib/basis/use-steady-key.js';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { IMPORT_KINDS, type ImportDetails, type ImportKind, isImportKind } from './api.js';
import { FileField } from './file-field.js';
import classes from './imports.module.css';
import { importMessages } from './messages.js';
import { sendFile } from './send-file.js';
import { TemplateButton } from './template-button.js';

const LARGEST = 40 * 1024 * 1024;

/** Says what is in the file, gives the file, and goes on to its columns. */
export default function NewImportPage() {
  const t = useMessages(importMessages);
  const [wanted, setKind] = useUrlFilter('kind');
  const kind = isImportKind(wanted) ? wanted : 'accounts';
  const [file, setFile] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const refuse = useRefusal();
  const sending = useSending();

  function take(files: readonly File[]): void {
    const [first] = files;
    if (!first) return;
    setFile(first);
    setLeft(files.length > 1 ? first.name : null);
    setRefusal(refuse(first));
    sending.reset();
  }

  function send(event: FormEvent): void {
    event.preventDefault();
    if (!file) setRefusal(t('new.none'));
    else if (!refusal) sending.send(kind, file);
  }

  return (
    <Page>
      <PageHeader back={<Link to="/imports">{t('back')}</Link>} title={t('new.title')} />
      <form className={classes.narrow} onSubmit={send} noValidate>
        <Sheet>
          <KindChoice kind={kind} onChange={(next) => setKind(next)} />
          <FileField file={file} onFiles={take} disabled={sending.busy} />
          {left && <Notice tone="info">{t('new.many', { name: left })}</Notice>}
          {refusal && <Notice tone="danger">{refusal}</Notice>}
          <ProblemNotice error={sending.error} />
          {sending.busy && <Bytes sent={sending.sent} />}
          <div>
            <Button type="submit" loading={sending.busy} leftSection={<IconFileUpload size={16} />}>
              {t('new.send')}
            </Button>
          </div>
        </Sheet>
      </form>
    </Page>
  );
}

function KindChoice({ kind, onChange }: { kind: ImportKind; onChange: (kind: ImportKind) => void }) {
  const t = useMessages(importMessages);
  return (
    <fieldset className={classes.choice}>
      <legend>{t('new.kind')}</legend>
      <ul className={classes.kinds}>
        {IMPORT_KINDS.map((one) => (
          <li key={one} className={classes.kind} data-chosen={one === kind || undefined}>
            <label className={classes.kindChoice}>
              <input type="radio" name="kind" value={one} checked={one === kind} onChange={() => onChange(one)} />
              <span className={classes.kindText}>
                <span className={classes.strong}>{t(`kind.${one}`)}</span>
                <span className={classes.quiet}>{t(`kind.${one}.text`)}</span>
              </span>
            </label>
            <TemplateButton kind={one} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function Bytes({ sent: [done, total] }: { sent: readonly [number, number] }) {
  const t = useMessages(importMessages);
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);
  return total > 0 && done === total ? (
    <p role="status" className={classes.quiet}>
      {t('new.opening')}
    </p>
  ) : (
    <CountProgress label={t('new.sending')} done={kilobytes(done)} total={kilobytes(total)} />
  );
}

/** What can be told of a file before it is sent; the rest the server tells. */
function useRefusal(): (file: File) => string | null {
  const t = useMessages(importMessages);
  const format = useFormat();
  return ({ size }) => {
    if (size === 0) return t('new.empty');
    return size > LARGEST ? t('new.large', { size: format.decimal((size / 1024 / 1024).toFixed(1)) }) : null;
  };
}

/** A double click is one load: the same file of the same kind is sent under one name. */
function useSending() {
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const once = useSteadyKey();
  const [sent, setSent] = useState<readonly [number, number]>([0, 0]);
  const mutation = useMutation({
    mutationFn: ({ kind, file }: { kind: ImportKind; file: File }) =>
      once([kind, file.name, file.size, file.lastModified], (headers) => {
        const form = new FormData();
        form.append('kind', kind);
        form.append('file', file, file.name);
        setSent([0, file.size]);
        const onProgress = (done: number, total: number) => setSent([done, total]);
        return sendFile<ImportDetails>(session, { path: '/api/v1/imports', form, headers, onProgress });
      }),
    onSuccess: async (load) => {
      queries.setQueryData(['imports', load.id], load);
      await navigate(`/imports/${load.id}`, { replace: true });
      await queries.invalidateQueries({ queryKey: ['imports', 'list'] });
    },
  });
  return {
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
    sent,
    send: (kind: ImportKind, file: File) => {
      if (!mutation.isPending) mutation.mutate({ kind, file });
    },
  };
}
