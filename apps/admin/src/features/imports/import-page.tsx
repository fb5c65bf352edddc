import { ErrorState, Page, PageHeader, useFormat, useMay, useMessages } from '@dvor/ui';
import { Link, useParams } from 'react-router';
import { useUrlFilter } from '../../lib/use-url-filter.js';
import { type ImportDetails, isWorking, useImport } from './api.js';
import { ColumnsForm } from './columns-form.js';
import { FileNotes } from './file-notes.js';
import { ImportProgress } from './import-progress.js';
import { ImportReview } from './import-review.js';
import { ImportStateBadge } from './import-state-badge.js';
import { importMessages } from './messages.js';

/** One load, from its columns to its undoing. */
export default function ImportPage() {
  const { importId = '' } = useParams();
  const { data: load, error, refetch } = useImport(importId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!load) return <Page>{null}</Page>;
  return <Load key={load.id} load={load} />;
}

function Load({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const note = [t(`kind.${load.kind}`), load.sheet, format.instant(load.createdAt), load.createdBy];
  return (
    <Page>
      <PageHeader
        back={<Link to="/imports">{t('back')}</Link>}
        title={load.fileName}
        status={<ImportStateBadge state={load.state} />}
        note={note.filter(Boolean).join(' · ')}
      />
      <FileNotes notes={load.notes} />
      <Stage load={load} />
    </Page>
  );
}

function Stage({ load }: { load: ImportDetails }) {
  const may = useMay();
  const [step, setStep] = useUrlFilter('step');
  const mappable = load.state === 'uploaded' || load.state === 'checked' || load.state === 'failed';
  if (load.rowsClearedAt) return <ImportReview load={load} onColumns={() => setStep('columns')} />;
  if (isWorking(load.state)) return <ImportProgress key={load.state} load={load} />;
  if (may('import.run') && (load.state === 'uploaded' || (mappable && (step === 'columns' || !load.totals))))
    return <ColumnsForm key={readingOf(load)} load={load} onDone={() => setStep(null)} />;
  return <ImportReview load={load} onColumns={() => setStep('columns')} />;
}

/** A file read otherwise has other columns: they are laid out anew. */
function readingOf({ toldEncoding, toldHeadingLine }: ImportDetails): string {
  return `${toldEncoding} ${toldHeadingLine}`;
}
