import { answer, ConfirmDialog, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconDatabaseImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '../../lib/basis/use-save.js';
import type { ImportDetails } from './api.js';
import { importMessages } from './messages.js';

/** Writing into the books, after one has read what will be there. `goOn` takes up a load that broke off. */
export function ApplyButton({ load, goOn = false }: { load: ImportDetails; goOn?: boolean }) {
  const t = useMessages(importMessages);
  const [asking, ask] = useDisclosure();
  const verb = t(goOn ? 'failed.goOn' : 'apply');
  const act = useStep(load, 'apply', ask.close);
  const { new: made, change, same, bad } = load.totals!.verdicts;
  return (
    <>
      <Button onClick={ask.open} leftSection={<IconDatabaseImport size={16} />}>
        {verb}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={t('apply.title')}
        confirm={verb}
        busy={act.busy}
        error={act.error}
        onConfirm={act.press}
      >
        {made > 0 && <p>{t('apply.new', { n: made })}</p>}
        {change > 0 && <p>{t('apply.change', { n: change })}</p>}
        {same > 0 && <p>{t('apply.same', { n: same })}</p>}
        {bad > 0 && <p>{t('apply.bad', { n: bad })}</p>}
        <p>{t('apply.undo')}</p>
      </ConfirmDialog>
    </>
  );
}

export function UndoButton({ load }: { load: ImportDetails }) {
  const t = useMessages(importMessages);
  const [asking, ask] = useDisclosure();
  const act = useStep(load, 'undo', ask.close);
  return (
    <>
      <Button variant="default" onClick={ask.open} leftSection={<IconArrowBackUp size={16} />}>
        {t('undo')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          ask.close();
          act.reset();
        }}
        title={t('undo.title')}
        confirm={t('undo')}
        danger
        busy={act.busy}
        error={act.error}
        onConfirm={act.press}
      >
        <p>{t('undo.text', { file: load.fileName })}</p>
        <p>{t('undo.limit')}</p>
      </ConfirmDialog>
    </>
  );
}

/** A step that goes on in the worker: pressed twice it is asked for once, asked for again after it ended it is another. */
function useStep({ id }: ImportDetails, step: 'apply' | 'undo', onDone: () => void) {
  const [turn, setTurn] = useState(0);
  const act = useAct({
    write: (api, _turn: number, headers) =>
      answer(api.POST(`/api/v1/imports/{id}/${step}`, { params: { path: { id } }, headers })),
    onDone: () => {
      setTurn(turn + 1);
      onDone();
    },
    said: null,
  });
  return { ...act, press: () => act.run(turn) };
}
