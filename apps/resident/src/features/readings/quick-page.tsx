import type { Schemas } from '@dvor/api-client';
import { answer, Brand, Notice, ProblemNotice, useMessages } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../lib/use-api.js';
import { readingMessages } from './messages.js';
import classes from './quick.module.css';
import { ZoneFields } from './zone-fields.js';

type Named = Schemas['QuickMeterDto'];

/** A reading without signing in: the account and the number on the meter, then the figures. */
export default function QuickPage() {
  const t = useMessages(readingMessages);
  const [named, setNamed] = useState<FoundDial | null>(null);
  return (
    <main className={classes.page}>
      <Brand name={t('product')} size={32} />
      <h1 className={classes.title}>{t('quick.title')}</h1>
      {named ? (
        <Dial key={JSON.stringify(named)} named={named} onOther={() => setNamed(null)} />
      ) : (
        <Which onNamed={setNamed} />
      )}
      <Link to="/" className={classes.link}>
        {t('quick.signIn')}
      </Link>
    </main>
  );
}

interface FoundDial extends Named {
  readonly dial: Schemas['QuickDialDto'];
}

function Which({ onNamed }: { onNamed: (named: FoundDial) => void }) {
  const t = useMessages(readingMessages);
  const api = useApi();
  const [account, setAccount] = useState('');
  const [serial, setSerial] = useState('');
  const find = useMutation({
    mutationFn: (body: Named) => answer(api.POST('/api/v1/quick-readings/meter', { body })),
    onSuccess: (dial, body) => onNamed({ ...body, dial }),
  });
  const body = { account: account.trim(), serial: serial.trim() };
  const isWhole = body.account !== '' && body.serial !== '';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) find.mutate(body);
      }}
    >
      <p className={classes.lead}>{t('quick.lead')}</p>
      <TextInput
        size="lg"
        label={t('quick.account')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        value={account}
        onChange={(event) => setAccount(event.currentTarget.value)}
      />
      <TextInput
        size="lg"
        label={t('quick.serial')}
        autoComplete="off"
        maxLength={40}
        value={serial}
        onChange={(event) => setSerial(event.currentTarget.value)}
      />
      <ProblemNotice error={find.error} />
      <Button type="submit" size="lg" disabled={!isWhole} loading={find.isPending}>
        {t('quick.find')}
      </Button>
    </form>
  );
}

function Dial({ named: { dial, ...named }, onOther }: { named: FoundDial; onOther: () => void }) {
  const t = useMessages(readingMessages);
  const api = useApi();
  const [typed, setTyped] = useState<readonly string[]>(() => dial.zones.map(() => ''));
  const send = useMutation({
    mutationFn: (confirmed: boolean) =>
      answer(api.POST('/api/v1/quick-readings', { body: { ...named, value: [...typed], confirmed } })),
  });
  const outcome = send.data?.outcome;
  const isWhole = typed.every((text) => text.trim() !== '');
  const isOver = outcome === 'taken' || outcome === 'same' || outcome === 'held';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) send.mutate(outcome === 'confirm');
      }}
    >
      <h2 className={classes.name}>
        {t(`resource.${dial.resource}`)}, {t('number', { serial: named.serial })}
      </h2>
      <ZoneFields
        zones={dial.zones}
        typed={typed}
        onType={(next) => {
          setTyped(next);
          send.reset();
        }}
      />
      {send.data && (
        <Notice tone={isOver ? 'good' : outcome === 'confirm' ? 'attention' : 'danger'}>{send.data.text}</Notice>
      )}
      <ProblemNotice error={send.error} />
      {!isOver && (
        <Button type="submit" size="lg" disabled={!isWhole} loading={send.isPending}>
          {t(outcome === 'confirm' ? 'sure' : 'send')}
        </Button>
      )}
      <Button variant="default" size="lg" onClick={onOther}>
        {t('quick.other')}
      </Button>
    </form>
  );
}
