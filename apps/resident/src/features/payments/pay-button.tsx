import { useMessages } from '@dvor/ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { paymentMessages } from './messages.js';

/** To the page where one pays; quiet where nothing is owed. */
export function PayButton({ quiet }: { quiet: boolean }) {
  const t = useMessages(paymentMessages);
  return (
    <Button component={Link} to="/payments/pay" fullWidth mt="sm" variant={quiet ? 'default' : 'filled'}>
      {t('pay')}
    </Button>
  );
}
