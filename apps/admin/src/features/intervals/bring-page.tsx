import { EmptyState, Notice, Page, PageHeader, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { Button, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../lib/basis/use-save.js';
import { type ChosenFile, foreseeFile, type IntervalFileCard, takeFile } from './api.js';
import { FileReport } from './file-report.js';
import { intervalMessages } from './messages.js';

/** A file is tried out first; what comes of it is seen before it is taken. */
export default function BringFilePage() {
  const t = useMessages(intervalMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ file: File; card: IntervalFileCard } | null>(null);
  const foresee = useAct({
    write: async (api, { file }: ChosenFile) => ({ file, card: await foreseeFile(api, file) }),
    onDone: setChosen,
    said: null,
  });
  const take = useAct({
    write: takeFile,
    onDone: ({ id }) => void navigate(`/readings/intervals/files/${id}`),
    said: t('bring.taken'),
  });
  function choose(file: File | null): void {
    if (!file) return;
    setChosen(null);
    take.reset();
    foresee.run(chosenOf(file));
  }

  return (
    <Page>
      <PageHeader
        title={chosen?.file.name ?? t('bring.title')}
        back={<Link to="/readings/intervals/files">{t('files.title')}</Link>}
        note={t('bring.note')}
        actions={
          <>
            <FileButton accept=".xml,.zip,text/xml,application/xml,application/zip" onChange={choose}>
              {(props) => (
                <Button {...props} variant={chosen ? 'default' : 'filled'} loading={foresee.busy}>
                  {t(chosen ? 'bring.again' : 'bring.choose')}
                </Button>
              )}
            </FileButton>
            {chosen && !chosen.card.isKept && (
              <Button loading={take.busy} onClick={() => take.run(chosenOf(chosen.file))}>
                {t('bring.take')}
              </Button>
            )}
          </>
        }
      />
      <ProblemNotice error={foresee.error ?? take.error} />
      {chosen?.card.isKept && (
        <Notice tone="info">{t('bring.known', { at: format.instant(chosen.card.receivedAt) })}</Notice>
      )}
      {chosen ? (
        <FileReport file={chosen.card} foreseen={!chosen.card.isKept} />
      ) : (
        !foresee.busy && (
          <EmptyState icon={<IconFileUpload stroke={1.5} />} title={t('bring.nothing')}>
            {t('bring.nothing.text')}
          </EmptyState>
        )
      )}
    </Page>
  );
}

function chosenOf(file: File): ChosenFile {
  return { file, told: [file.name, file.size, file.lastModified].join(' ') };
}
