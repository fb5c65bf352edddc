// @ts-check
/**
 * The search for accounts in a synthetic city, as the console asks for its first page, one question after another:
 * by number, by address with a slip of the pen, by name, by phone, by meter, and for what is not there.
 */
import { parseArgs } from 'node:util';
import { Accounts, HousingModule } from '@dvor/housing';
import { parseDate } from '@dvor/kernel';
import { Database, parseConfig, PlatformModule } from '@dvor/platform';
import { NestFactory } from '@nestjs/core';
import { benchCity } from '../../scripts/lib/bench-city.mjs';

const ON = parseDate('2026-10-31');
const FIRST_PAGE = 20;
const WARM_UP = 5;

/** @param {import('../../scripts/lib/bench-city.mjs').Bench} given */
export async function bench(given) {
  const { values } = parseArgs({
    args: given.args,
    options: { accounts: { type: 'string', default: '100000' }, questions: { type: 'string', default: '100' } },
  });
  const { env, owner, tenant } = await benchCity(given, values.accounts);
  const wanted = Number(values.questions) + WARM_UP;
  console.log('Phones for those who pay');
  await owner.query(PHONES, [tenant.organizationId]);
  await owner.query(`select refresh_account_search(array(select id from accounts where organization_id = $1))`, [
    tenant.organizationId,
  ]);
  await owner.query('vacuum analyze');
  const { rows: samples } = await owner.query(SAMPLES, [tenant.organizationId, wanted]);
  const {
    rows: [{ accounts }],
  } = await owner.query('select count(*)::int as accounts from accounts where organization_id = $1', [
    tenant.organizationId,
  ]);
  await owner.end();

  const app = await NestFactory.createApplicationContext(
    {
      module: class Bench {},
      imports: [PlatformModule.forRoot({ config: parseConfig(env), applicationName: 'dvor bench' }), HousingModule],
    },
    { logger: ['error'] },
  );
  const [database, door] = [app.get(Database), app.get(Accounts)];
  /** @type {Record<string, number>} */
  const p95Ms = {};
  for (const [kind, questionOf, finds] of QUESTIONS) {
    const times = [];
    for (const sample of samples) {
      const search = questionOf(sample);
      if (!search) continue;
      const begun = performance.now();
      const { items } = await database.inTenant(tenant, (tx) => door.list(tx, { on: ON, search, limit: FIRST_PAGE }));
      times.push(performance.now() - begun);
      if (items.length > 0 !== finds) throw new Error(`${kind}: "${search}" finds ${items.length} accounts`);
    }
    if (times.length <= WARM_UP) throw new Error(`the city has nothing to look for by ${kind}`);
    p95Ms[kind] = percentile(times.slice(WARM_UP), 0.95);
    console.log(`  ${kind}: ${p95Ms[kind]} ms`);
  }
  await app.close();
  return { bench: 'search', accounts, questions: Number(values.questions), p95Ms };
}

/** @typedef {{ number: string, street: string, building: string, flat: string, payer: string, phone: string | null, serial: string | null }} Sample */

/**
 * What is typed, and whether anything is to be found.
 * @type {readonly (readonly [kind: string, questionOf: (sample: Sample) => string | null, finds: boolean])[]}
 */
const QUESTIONS = [
  ['number', ({ number }) => number, true],
  ['addressWithSlip', ({ street, building, flat }) => `${slipped(street)} ${building} кв ${flat}`, true],
  ['name', ({ payer }) => payer, true],
  ['surname', ({ payer }) => payer.split(' ')[0] ?? null, true],
  ['phone', ({ phone }) => phone, true],
  ['meter', ({ serial }) => serial, true],
  ['nothing', ({ number }) => `Щъыбрунькин ${number.slice(-3)}`, false],
];

/** Two neighbouring letters in the middle of the longest word change places. @param {string} street */
function slipped(street) {
  const word = street.split(/[^\p{L}]+/u).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1);
}

/** The city's people are invented without phones. */
const PHONES = `
  update parties set phone = '+7 9' || lpad((id * 736338717 % 1000000000)::text, 9, '0') where organization_id = $1`;

/** Accounts from all over the city, the same ones each time. */
const SAMPLES = `
  select a.number, h.street, h.building, p.number as flat, party.name as payer, party.phone,
         (select min(m.serial) from meters m where m.premises_id = p.id) as serial
    from (select *, row_number() over (order by id) as place, count(*) over () as all_of_them
            from accounts where organization_id = $1) a
    join houses h on h.id = a.house_id
    join premises p on p.id = a.premises_id
    join account_facts f on f.account_id = a.id and f.superseded_at is null and f.valid @> date '2026-10-31'
    join parties party on party.id = f.payer_id
   where p.kind = 'flat' and a.place % greatest(all_of_them / $2, 1) = 0
   order by a.place limit $2`;

/** ms @param {number[]} times @param {number} share */
function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return Math.round(at * 10) / 10;
}
