import { Figure, FigureStrip, MoneyText, useFormat, useMessages } from '@dvor/ui';
import type { Run } from './api.js';
import { monthMessages } from './messages.js';
import { runSeconds } from './run-seconds.js';

export function RunFigures({ run }: { run: Run }) {
  const t = useMessages(monthMessages);
  const format = useFormat();
  const seconds = runSeconds(run);
  return (
    <FigureStrip>
      <Figure large label={t('figure.amount')}>
        <MoneyText value={run.amount} />
      </Figure>
      <Figure large label={t('figure.accounts')}>
        {format.count(run.accounts)}
      </Figure>
      <Figure large label={t('figure.houses')}>
        {format.count(run.houses.done)}
      </Figure>
      <Figure large label={t('figure.lines')}>
        {format.count(run.lines)}
      </Figure>
      {run.houses.parked > 0 && (
        <Figure large label={t('figure.parked')}>
          {format.count(run.houses.parked)}
        </Figure>
      )}
      {seconds !== null && (
        <Figure large label={t('figure.took')}>
          {format.duration(seconds)}
        </Figure>
      )}
    </FigureStrip>
  );
}
