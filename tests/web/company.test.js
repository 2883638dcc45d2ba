// The made-up company's files hold what is planted in them, counted here without the engine.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { makeCompany } from '../support/company/company.mjs';
import { centsOf, dayOfText, readRows } from '../support/company/read.mjs';
import { inLanguage, LANGUAGES } from '../support/company/words.mjs';
import { FIRST_DAY, LAST_DAY, STAGES } from '../support/company/world.mjs';

/** Of all files of 400 deals, seed 1. */
const BYTES = {
  en: '11d0f439cfb838b2',
  de: '23fb898e6577008c',
  nl: '03bb0bfd78612f3a',
};
/** So many standard errors may a share be off its chance: one in 15,000 is. */
const ERRORS = 4;

const digest = (order) => {
  const hash = createHash('sha256');
  for (const [kind, text] of Object.entries(makeCompany(order).files)) hash.update(`${kind}\n${text}`);
  return hash.digest('hex').slice(0, 16);
};

const groups = (rows, keyOf) => {
  const map = new Map();
  for (const row of rows) map.set(keyOf(row), [...(map.get(keyOf(row)) ?? []), row]);
  return map;
};

/** @param {string} what @param {number} x @param {number} n @param {number} chance */
function holds(what, x, n, chance) {
  const error = Math.sqrt((chance * (1 - chance)) / n);
  assert.ok(n > 50, `${what}: only ${n}`);
  assert.ok(Math.abs(x / n - chance) <= ERRORS * error, `${what}: ${x} of ${n}, planted ${chance}`);
}

/** @param {string} what @param {[number, number]} a x of n @param {[number, number]} b x of n @param {number} more */
function differs(what, [xa, na], [xb, nb], more) {
  const [a, b] = [xa / na, xb / nb];
  const error = Math.sqrt((a * (1 - a)) / na + (b * (1 - b)) / nb);
  assert.ok(Math.abs(b - a - more) <= ERRORS * error, `${what}: ${b - a}, planted ${more}`);
}

test('the same seed gives the same bytes, on every machine', () => {
  for (const language of LANGUAGES) assert.equal(digest({ size: 400, language }), BYTES[language], language);
});

test('another seed gives other bytes, and a part does not depend on the others', () => {
  assert.notEqual(digest({ size: 400, seed: 2 }), BYTES.en);
  const log = makeCompany({ size: 400 }).files;
  const columns = makeCompany({ size: 400, stages: 'columns' }).files;
  assert.equal(log.responses, columns.responses);
});

test('the truths are the same in every language', () => {
  const [english, ...others] = LANGUAGES.map((language) => makeCompany({ size: 400, language }).truths);
  for (const other of others) assert.deepEqual(other, english);
});

for (const language of LANGUAGES) {
  describe(`files in ${language}`, () => {
    const { files, truths } = makeCompany({ language });
    const rows = Object.fromEntries(
      Object.entries(files).map(([kind, text]) => [kind, readRows(kind, text, language)]),
    );
    const word = (name) => inLanguage(name, language);
    const cents = (text) => centsOf(text, language);
    // Of the rows with one id the one changed last, as a file's reader has to.
    const deals = [...groups(rows.deals, (row) => row['Deal - ID']).values()].map((same) =>
      same.reduce((a, b) =>
        dayOfText(b['Deal - Update time'], language) > dayOfText(a['Deal - Update time'], language) ? b : a,
      ),
    );
    const is = (row, status) => row['Deal - Status'] === word(status);
    const decided = deals.filter((row) => !is(row, 'open'));
    const wins = (list) => /** @type {[number, number]} */ ([list.filter((row) => is(row, 'won')).length, list.length]);

    test('deals stand there twice as often as the truths say', () => {
      assert.equal(rows.deals.length, truths.deals.rows);
      assert.equal(deals.length, truths.deals.distinct);
      assert.equal(rows.deals.length - deals.length, truths.deals.repeated + truths.deals.outdated);
      const lines = new Set(files.deals.split('\n'));
      assert.equal(files.deals.split('\n').length - lines.size, truths.deals.repeated);
    });

    test('deals are won, lost and open as the truths say', () => {
      for (const status of ['won', 'lost', 'open']) {
        assert.equal(deals.filter((row) => is(row, status)).length, truths.deals[status], status);
      }
    });

    test('the better partner wins more often by the planted points', () => {
      const { id, more } = truths.planted.betterPartner;
      const better = (row) => row['Deal - Partner ID'] === id;
      differs('win rate', wins(decided.filter((row) => !better(row))), wins(decided.filter(better)), more);
    });

    test('the better technique does too, and is used at random', () => {
      const { word: name, more } = truths.planted.betterTechnique;
      const better = (row) => row['Deal - Sales technique'] === word(name);
      differs('win rate', wins(decided.filter((row) => !better(row))), wins(decided.filter(better)), more);
      holds('deals by it', deals.filter(better).length, deals.length, 0.5);
    });

    test('the planted stage leaks', () => {
      const { stage, share } = truths.planted.leak;
      const lost = deals.filter((row) => is(row, 'lost'));
      holds('lost in it', lost.filter((row) => row['Deal - Stage'] === word(stage)).length, lost.length, share);
    });

    test('the stage log says how far each deal came, on days that do not run backwards', () => {
      const log = groups(rows.stage_history, (row) => row['Deal ID']);
      assert.equal(log.size, deals.length);
      const reached = STAGES.map((_, i) => [...log.values()].filter((steps) => steps.length > i).length);
      assert.deepEqual(reached, truths.deals.reached);
      for (const [id, steps] of log) {
        assert.deepEqual(
          steps.map((step) => step.Stage),
          STAGES.slice(0, steps.length).map(word),
          id,
        );
        const days = steps.map((step) => dayOfText(step['Date Entered'], language));
        assert.deepEqual(
          days,
          days.toSorted((a, b) => a - b),
          id,
        );
      }
    });

    test('amounts add up to the cent, each currency by itself', () => {
      for (const [currency, sums] of Object.entries(truths.deals.cents)) {
        const own = deals.filter((row) => row['Deal - Currency'] === currency);
        for (const status of ['won', 'open']) {
          const sum = own.filter((row) => is(row, status)).reduce((all, row) => all + cents(row['Deal - Value']), 0);
          assert.equal(sum, sums[status], `${currency}, ${status}`);
        }
        const orders = rows.orders.filter((row) => row.Currency === currency);
        const total = (column) => orders.reduce((all, row) => all + cents(row[column]), 0);
        assert.equal(total('Net Amount'), truths.customers.cents[currency]);
        assert.equal(total('Cost'), truths.customers.costCents[currency]);
      }
    });

    test('segments recommend as planted', () => {
      const nps = rows.responses.filter((row) => row.Question === word('nps'));
      for (const [segment, expected] of Object.entries(truths.planted.npsBySegment)) {
        const scores = nps.filter((row) => row.Segment === word(segment)).map((row) => Number(row.Score));
        const [promoters, detractors] = [scores.filter((s) => s >= 9).length, scores.filter((s) => s <= 6).length];
        assert.equal(promoters, truths.responses.npsBySegment[segment].promoters);
        assert.equal(detractors, truths.responses.npsBySegment[segment].detractors);
        const net = (promoters - detractors) / scores.length;
        const error = Math.sqrt(((promoters + detractors) / scores.length - net ** 2) / scores.length);
        assert.ok(Math.abs(100 * net - expected) <= 100 * ERRORS * error, `${segment}: ${100 * net}, not ${expected}`);
      }
    });

    test('answers keep to their scales and add up', () => {
      for (const [question, sum] of Object.entries(truths.responses.sums)) {
        const own = rows.responses.filter((row) => row.Question === word(question));
        assert.equal(own.length, truths.responses.answers, question);
        assert.equal(
          own.reduce((all, row) => all + Number(row.Score), 0),
          sum,
          question,
        );
        for (const row of own) {
          assert.ok(Number(row.Score) >= Number(row['Scale min']) && Number(row.Score) <= Number(row['Scale max']));
        }
      }
    });

    test('customers leave at the planted rate and order nothing afterwards', () => {
      // Months of thirty days that end within the data: in each of them a customer stays, or leaves and has no more.
      const months = rows.customers.map((row) => {
        const since = dayOfText(row['Customer since'], language);
        const whole = Math.floor((LAST_DAY + 1 - since) / 30);
        const until = row['Customer until'];
        const stayed = until === '' ? whole : Math.floor((dayOfText(until, language) - since) / 30);
        return stayed < whole ? { stayed, left: 1 } : { stayed: whole, left: 0 };
      });
      const total = (of) => months.reduce((all, month) => all + of(month), 0);
      const left = total((month) => month.left);
      holds('left in a month', left, total((month) => month.stayed) + left, truths.planted.monthlyChurn);
      assert.equal(rows.customers.filter((row) => row['Customer until'] !== '').length, truths.customers.left);
      const last = new Map(rows.customers.map((row) => [row['Customer ID'], row['Customer until']]));
      for (const row of rows.orders) {
        const until = last.get(row['Customer ID']);
        assert.ok(until !== undefined, 'every order has its customer');
        assert.ok(until === '' || dayOfText(row['Order Date'], language) <= dayOfText(until, language));
      }
    });

    test('leads convert as planted, by source', () => {
      for (const [source, { leads, converted }] of Object.entries(truths.leads.bySource)) {
        const own = rows.leads.filter((row) => row['Lead Source'] === word(source));
        assert.equal(own.length, leads, source);
        assert.equal(own.filter((row) => row.Converted === word('true')).length, converted, source);
        holds(source, converted, leads, truths.planted.leadConversion[source] ?? truths.planted.leadConversion.other);
      }
    });

    test('tickets are solved at the first contact as planted, after they were opened', () => {
      const solved = rows.tickets.filter((row) => row['Solved at'] !== '');
      const atOnce = solved.filter((row) => row['Resolved at first contact'] === word('true'));
      assert.equal(solved.length, truths.tickets.solved);
      assert.equal(atOnce.length, truths.tickets.atFirstContact);
      holds('at the first contact', atOnce.length, solved.length, truths.planted.firstContact);
      for (const row of solved) {
        assert.ok(dayOfText(row['Solved at'], language) >= dayOfText(row['Created at'], language), row['Ticket ID']);
      }
    });

    test('files belong together by their ids', () => {
      const ids = (kind, column) => new Set(rows[kind].map((row) => row[column]));
      const within = (kind, column, known) => {
        for (const row of rows[kind])
          assert.ok(row[column] === '' || known.has(row[column]), `${kind}: ${row[column]}`);
      };
      const customers = ids('customers', 'Customer ID');
      for (const kind of ['responses', 'orders', 'tickets', 'leads']) within(kind, 'Customer ID', customers);
      within('deals', 'Deal - Organization', customers);
      within('deals', 'Deal - Partner ID', ids('partners', 'Partner ID'));
      within('targets', 'Scope ID', ids('partners', 'Partner ID'));
      within('returns', 'Order ID', ids('orders', 'Order ID'));
    });

    test('nothing happened outside the two years', () => {
      const days = {
        orders: 'Order Date',
        responses: 'Submitted',
        stage_history: 'Date Entered',
        returns: 'Return Date',
      };
      for (const [kind, column] of Object.entries(days)) {
        for (const row of rows[kind]) {
          const day = dayOfText(row[column], language);
          assert.ok(day >= FIRST_DAY && day <= LAST_DAY, `${kind}: ${row[column]}`);
        }
      }
    });
  });
}

test('a column a stage holds the days of the log', () => {
  const { files } = makeCompany({ size: 400, stages: 'columns' });
  const wide = readRows('deals', files.deals, 'en');
  const log = readRows('stage_history', makeCompany({ size: 400 }).files.stage_history, 'en');
  assert.equal(files.stage_history, undefined);
  const days = groups(log, (row) => row['Deal ID']);
  for (const row of wide.filter((one) => one['Deal - Status'] !== 'Open')) {
    const steps = days.get(row['Deal - ID']).map((step) => [step.Stage, step['Date Entered']]);
    const filled = Object.entries(row).filter(([name, text]) => name.startsWith('Date entered') && text !== '');
    assert.deepEqual(
      filled.map(([name, text]) => [name.slice('Date entered "'.length, -1), text]),
      steps,
    );
  }
});
