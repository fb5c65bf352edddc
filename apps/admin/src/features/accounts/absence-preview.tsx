import { tryParseDate } from '@dvor/kernel';
import { answer, Notice, ProblemNotice, useFormat, useMessages } from '@dvor/ui';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { typedDay } from '../../lib/basis/typed.js';
import { useApi } from '../../lib/use-api.js';
import type { ForeseenAbsence } from './api.js';
import { accountMessages } from './messages.js';

interface Typed {
  readonly from: string;
  readonly until: string;
  readonly appliedOn: string;
}

/** What an absence brings, told before it is saved: the sum, or why there is none. */
export function AbsencePreview({ accountId, partyId, typed }: { accountId: string; partyId: string; typed: Typed }) {
  const { data, error } = useForeseen(accountId, partyId, typed);
  if (error) return <ProblemNotice error={error} />;
  return data ? <Foreseen foreseen={data} /> : null;
}

function useForeseen(accountId: string, partyId: string, { from, until, appliedOn }: Typed) {
  const api = useApi();
  const days = { from: typedDay(from), until: typedDay(until), appliedOn: typedDay(appliedOn) };
  const [asked] = useDebouncedValue(JSON.stringify({ partyId, ...days }), 300);
  return useQuery({
    queryKey: ['accounts', accountId, 'absence', asked],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/v1/accounts/{id}/absences/preview', {
          params: { path: { id: accountId } },
          body: JSON.parse(asked) as { partyId: string } & Typed,
          signal,
        }),
      ),
    enabled: Object.values(days).every((day) => tryParseDate(day) !== null) && days.from <= days.until,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

const WHY = ['metered', 'meter-fits', 'follows-water'] as const;

function Foreseen({ foreseen: { days, amount, services, nothing, unknown } }: { foreseen: ForeseenAbsence }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  const brings = services.length > 0;
  const sum = (money: string) => format.money(money.replace('-', ''));
  return (
    <Notice
      tone={brings ? 'info' : 'attention'}
      title={
        brings ? t('absence.brings', { sum: sum(amount), days: t('absence.full', { n: days }) }) : t('absence.none')
      }
    >
      {brings && <div>{services.map((one) => `${one.service} ${sum(one.amount)}`).join('; ')}</div>}
      {WHY.map((why) => {
        const names = nothing.filter((one) => one.why === why).map(({ service }) => service);
        return names.length > 0 && <div key={why}>{t(`absence.why.${why}`, { services: names.join(', ') })}</div>;
      })}
      {!brings && nothing.length === 0 && <div>{t('absence.other')}</div>}
      {unknown.length > 0 && (
        <div>{t('absence.unknown', { months: unknown.map((month) => format.month(month)).join(', ') })}</div>
      )}
    </Notice>
  );
}
