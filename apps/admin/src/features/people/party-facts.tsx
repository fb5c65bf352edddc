import { Facts, useFormat, useMessages } from '@dvor/ui';
import { partyMessages } from '../../lib/parties/messages.js';
import type { Party } from '../../lib/parties/party.js';

/** All that is written of a person or a firm. */
export function PartyFacts({ party }: { party: Party }) {
  const t = useMessages(partyMessages);
  const format = useFormat();
  const person = party.kind === 'person';
  return (
    <Facts
      facts={[
        { label: t('kind'), value: t(`kind.${party.kind}`) },
        { label: t(`name.${party.kind}`), value: party.name },
        ...(person ? [{ label: t('birthDate'), value: party.birthDate && format.day(party.birthDate) }] : []),
        ...(person && party.diedOn ? [{ label: t('diedOn'), value: format.day(party.diedOn) }] : []),
        ...(person ? [{ label: t('snils'), value: party.snils }] : []),
        { label: t('inn'), value: party.inn },
        ...(person ? [] : [{ label: t('kpp'), value: party.kpp }]),
        ...(person ? [] : [{ label: t('ogrn'), value: party.ogrn }]),
        { label: t('phone'), value: party.phone },
        { label: t('email'), value: party.email },
        { label: t('address'), value: party.address },
      ]}
    />
  );
}
