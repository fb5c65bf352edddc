import { type KindOfImport, sayTwice } from './kind.js';
import { AREA_FIELDS } from './accounts.js';
import { addressOf, HOUSE_FIELDS, placeKey, PREMISES_FIELDS } from './place-fields.js';
import { judgeStock, type StockServices } from './stock.js';

/** Premises with their areas, before anybody has an account there. */
export function premisesImport(services: StockServices): KindOfImport {
  return {
    kind: 'premises',
    title: 'Помещения',
    fields: [...HOUSE_FIELDS, ...PREMISES_FIELDS, ...AREA_FIELDS],
    needed: [['address', 'street'], ['address', 'building'], ['address', 'flat', 'room'], ['area']],
    identify: (content, settings) => {
      const address = addressOf(content, settings);
      if (!address) return content.address || content.street ? { key: '', place: '?' } : null;
      return { key: placeKey(address), place: placeKey(address) };
    },
    twice: (rows) => (rows[0]!.key === '' ? [] : sayTwice(rows)),
    judge: (tx, rows, load) => judgeStock(tx, rows, load, services),
  };
}
