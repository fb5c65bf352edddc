import { Notice, ProblemNotice, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import classes from './accounts.module.css';
import { useProveLine } from './api.js';
import { accountMessages } from './messages.js';

interface Props {
  readonly accountId: string;
  readonly period: string;
  readonly lineId: string;
}

/** Charges the house again from what the month's run kept, and tells whether this line comes out. */
export function LineProof({ accountId, period, lineId }: Props) {
  const t = useMessages(accountMessages);
  const { data, error, isFetching, refetch } = useProveLine(accountId, period, lineId);
  return (
    <div className={classes.proof}>
      {data && (
        <Notice tone={data.reproduced ? 'good' : 'danger'} title={data.text}>
          {data.notes.length > 0 && data.notes.map((note) => <div key={note}>{note}</div>)}
        </Notice>
      )}
      <ProblemNotice error={error} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconRotateClockwise size={14} aria-hidden />}
        loading={isFetching}
        onClick={() => void refetch()}
      >
        {t('proof.check')}
      </Button>
    </div>
  );
}
