import { addDays, type MeterId } from '@dvor/kernel';
import { type NewReading, ReadingIntake, ReadingPolicies } from '@dvor/metering';
import { AuditLog, ExceptionsInbox, type Recording, type Tx } from '@dvor/platform';

const intake = new ReadingIntake(new ReadingPolicies(new AuditLog()), new ExceptionsInbox());

/** A reading that the sender is sure of. @throws Error where it is not taken */
export async function recordReading(
  tx: Tx,
  meterId: MeterId,
  { date, amounts, source }: NewReading,
  recording: Recording,
): Promise<{ readonly id: string }> {
  const given = { meterId, date, value: amounts, confirmed: true };
  const [outcome] = await intake.take(tx, [given], { source, ...recording }, addDays(date, 1));
  if (outcome?.kind !== 'taken') throw new Error(`The reading is not taken: ${JSON.stringify(outcome)}`);
  return outcome;
}
