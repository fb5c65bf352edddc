import type { Section } from './service.js';

/**
 * Whether money for a service goes to its supplier's own account in a bank, or to the executor's, who collects for all: the
 * fund of capital repair keeps its money apart (ЖК РФ, ст. 171, 175), and so does a principal for whom the executor is only
 * an agent, where that account is known.
 */
export function collectsItself(
  section: Section | undefined,
  supplier: { readonly inn: string; readonly hasBank: boolean },
  collector: { readonly inn: string },
): boolean {
  if (section === 'capital-repair') return true;
  return section === 'agency' && supplier.hasBank && supplier.inn !== collector.inn;
}
