import { useMessages } from '@dvor/ui';
import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { intervalMessages } from './messages.js';

const VIEWS = { points: '/readings/intervals', files: '/readings/intervals/files' } as const;

/** Points or files. */
export function ViewChoice({ current }: { current: keyof typeof VIEWS }) {
  const t = useMessages(intervalMessages);
  const navigate = useNavigate();
  return (
    <SegmentedControl
      value={current}
      onChange={(next) => void navigate(VIEWS[next as keyof typeof VIEWS])}
      data={(['points', 'files'] as const).map((value) => ({ value, label: t(value) }))}
    />
  );
}

export function BringButton() {
  const t = useMessages(intervalMessages);
  return (
    <Button component={Link} to="/readings/intervals/files/new">
      {t('bring')}
    </Button>
  );
}
