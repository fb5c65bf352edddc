import { CountProgress, Notice, ProblemNotice, Sheet, useFormat, useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';
import { Link } from 'react-router';
import { type Run, type RunProof, useProveRun, useRunProof } from './api.js';
import { monthMessages } from './messages.js';
import classes from './month.module.css';

/** The whole month calculated again from its snapshots: asked for here, reckoned in the worker, kept. */
export function ProofPanel({ run }: { run: Run }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const { data, error } = useRunProof(run.id);
  const prove = useProveRun(run.id);
  const proof = data?.proof;
  const working = proof?.state === 'working';
  return (
    <Sheet>
      <div className={classes.review}>
        <div>
          <div className={classes.strong}>{t('proof.title')}</div>
          <div className={classes.quiet}>
            {proof?.doneAt ? t('proof.last', { date: format.instant(proof.doneAt) }) : t('proof.note')}
          </div>
        </div>
        {!working && (
          <Button
            variant="default"
            leftSection={<IconRotateClockwise size={16} aria-hidden />}
            loading={prove.isPending}
            onClick={() => prove.mutate()}
          >
            {proof ? t('proof.again') : t('proof.check')}
          </Button>
        )}
      </div>
      {working && (
        <CountProgress
          label={t('proof.working')}
          done={proof.housesDone}
          total={proof.housesTotal}
          secondsLeft={null}
        />
      )}
      {proof && !working && <Outcome proof={proof} />}
      <ProblemNotice error={error ?? prove.error} />
    </Sheet>
  );
}

function Outcome({ proof }: { proof: RunProof }) {
  return (
    <Notice tone={proof.reproduced ? 'good' : 'danger'} title={proof.text}>
      {proof.findings.length > 0 && (
        <ul className={classes.findings}>
          {proof.findings.map(({ address, houseId, accountId, accountNumber, text }, i) => (
            <li key={i}>
              {accountId ? (
                <Link to={`/accounts/${accountId}`}>{accountNumber ?? accountId}</Link>
              ) : (
                houseId && <Link to={`/houses/${houseId}`}>{address ?? houseId}</Link>
              )}{' '}
              {text}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
