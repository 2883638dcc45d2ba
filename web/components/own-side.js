// What a KPI of one's own measures, or divides by: which take, of which role, of which rows.

import { html } from 'lit';
import {
  condition,
  conditionable,
  firstCondition,
  MOST_CONDITIONS,
  named,
  rolesFor,
  sortOf,
  TAKES,
  testOf,
  valuesOf,
  withRole,
  withTake,
  wordsOf,
} from '../state/own.js';
import { icon } from './icons.js';

/** @typedef {import("../state/own.js").Test} Test */
/** @typedef {Pegel.KpiMeasure & {where: Record<string, Pegel.KpiCondition>}} Side */
/**
 * What a side needs of its form: words, the roles that the files have, and how a member is shown and changed.
 * @typedef {{language: import("../i18n/language.js").Language, roles: string[], facets: Map<string, string[]>, takes?: string[],
 *   field: (member: string, label: string, control: (id: string) => unknown) => unknown, change: (side: Pegel.KpiMeasure) => void}} Form
 */

const valueOf = (/** @type {Event} */ event) =>
  /** @type {HTMLSelectElement | HTMLInputElement} */ (event.target).value;

/** One of `ids`, and what is chosen even if it is none of them. @param {string} id @param {string[]} ids @param {string} chosen @param {(id: string) => string} words @param {(id: string) => void} choose */
export const select = (id, ids, chosen, words, choose) =>
  html`<select id=${id} @change=${(/** @type {Event} */ event) => choose(valueOf(event))}>
    ${[...new Set([...ids, ...(chosen ? [chosen] : [])])].map((each) => html`<option value=${each} .selected=${each === chosen}>${words(each)}</option>`)}
  </select>`;

/** @param {Form} form @param {string} path "measure" or "divisor" @param {Side} side */
export function sideFields(form, path, side) {
  const { language, roles, field, change } = form;
  const take = String(side.take);
  const role = (/** @type {string} */ id) => language.word('role', id);
  const dates = roles.filter((each) => sortOf(each) === 'date' && each !== side.of);
  return html`${field(`${path}.take`, language.text('own.take'), (id) =>
    select(
      id,
      form.takes ?? TAKES,
      take,
      (each) => language.word('own.take', each),
      (to) => change(withTake(side, to, roles)),
    ),
  )}
  ${take === 'count' ? null : field(`${path}.of`, language.text('own.of'), (id) => select(id, rolesFor(roles, take), side.of ?? '', role, (of) => change(withRole(side, of, roles))))}
  ${side.since ? field(`${path}.since`, language.text('own.since'), (id) => select(id, dates, side.since ?? '', role, (since) => change({ ...side, since }))) : null}
  ${Object.entries(side.where).map(([each, asked]) => conditionField(form, path, side, each, asked))}
  ${adder(form, path, side)}`;
}

/** @param {Form} form @param {string} path @param {Side} side */
function adder({ language, roles, change }, path, side) {
  const free = conditionable(roles).filter((role) => !(role in side.where));
  if (!free.length || Object.keys(side.where).length >= MOST_CONDITIONS) return null;
  const add = (/** @type {Event} */ event) => {
    const role = valueOf(event);
    /** @type {HTMLSelectElement} */ (event.target).value = '';
    change({ ...side, where: { ...side.where, [role]: firstCondition(role) } });
  };
  return html`<select class="add" name=${path} aria-label=${language.text('own.add')} @change=${add}>
    <option value="">${language.text('own.add')}</option>
    ${free.map((role) => html`<option value=${role}>${language.word('role', role)}</option>`)}
  </select>`;
}

/** @param {Form} form @param {string} path @param {Side} side @param {string} role @param {Pegel.KpiCondition} asked */
function conditionField(form, path, side, role, asked) {
  const { language, field, change } = form;
  const name = language.word('role', role);
  const remove = () => {
    const { [role]: _, ...where } = side.where;
    change({ ...side, where });
  };
  const ask = (/** @type {Pegel.KpiCondition} */ to) => change({ ...side, where: { ...side.where, [role]: to } });
  return field(
    `${path}.where.${role}`,
    name,
    (id) =>
      html`<div class="condition" role="group" aria-label=${name}>
        <div class="ask">${control(form, id, role, asked, ask)}</div>
        <button type="button" class="plain" aria-label=${language.text('filters.remove', { name })} @click=${remove}>
          ${icon('close')}
        </button>
      </div>`,
  );
}

/** @param {Form} form @param {string} id @param {string} role @param {Pegel.KpiCondition} asked @param {(to: Pegel.KpiCondition) => void} ask */
function control(form, id, role, asked, ask) {
  const sort = sortOf(role);
  if (sort === 'number' || sort === 'share') return bounds(form, id, asked, ask);
  if (sort === 'flag') return test(form, id, testOf(role, asked), (to) => ask(to === 'is'));
  return sort === 'word' ? words(form, id, role, asked, ask) : texts(form, id, role, asked, ask);
}

/** @param {Form} form @param {string} id @param {Test} chosen @param {(to: Test) => void} choose */
const test = ({ language }, id, chosen, choose) =>
  select(
    id,
    ['is', 'is_not'],
    chosen,
    (each) => language.word('own', each),
    (to) => choose(/** @type {Test} */ (to)),
  );

/** @param {Form} form @param {string} id @param {any} asked @param {(to: Pegel.KpiCondition) => void} ask */
function bounds({ language }, id, asked, ask) {
  const end = (/** @type {"least"|"most"} */ name, /** @type {string} */ key) => {
    const set = (/** @type {Event} */ event) => {
      const { valueAsNumber: number } = /** @type {HTMLInputElement} */ (event.target);
      const { [name]: _, ...rest } = asked;
      ask(Number.isNaN(number) ? rest : { ...rest, [name]: number });
    };
    return html`<label
      >${language.text(key)}<input
        id=${name === 'least' ? id : `${id}-most`}
        type="number"
        step="any"
        .value=${String(asked?.[name] ?? '')}
        @change=${set}
    /></label>`;
  };
  return html`${end('least', 'period.from')}${end('most', 'period.to')}`;
}

/** @param {Form} form @param {string} id @param {string} role @param {Pegel.KpiCondition} asked @param {(to: Pegel.KpiCondition) => void} ask */
function words(form, id, role, asked, ask) {
  const { language } = form;
  const [how, chosen] = [testOf(role, asked), named(role, asked)];
  const toggle = (/** @type {string} */ word) =>
    ask(condition(role, how, chosen.includes(word) ? chosen.filter((each) => each !== word) : [...chosen, word]));
  return html`${test(form, id, how, (to) => ask(condition(role, to, chosen.filter(Boolean))))}
  ${wordsOf(role)
    .filter(Boolean)
    .map(
      (word) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${chosen.includes(word)}
            @change=${() => toggle(word)}
          />${language.word(`canonical.${role}`, word)}</label
        >`,
    )}`;
}

/** @param {Form} form @param {string} id @param {string} role @param {Pegel.KpiCondition} asked @param {(to: Pegel.KpiCondition) => void} ask */
function texts(form, id, role, asked, ask) {
  const { language, facets } = form;
  const [how, values] = [testOf(role, asked), valuesOf(asked)];
  const take = (/** @type {Event} */ event) => {
    const words = valueOf(event)
      .split(';')
      .map((value) => value.trim());
    ask(condition(role, how, words.filter(Boolean)));
  };
  return html`${test(form, id, how, (to) => ask(condition(role, to, values)))}
    <input
      id="${id}-values"
      aria-label=${language.text('own.values')}
      list="${id}-known"
      placeholder=${language.text('own.values')}
      .value=${values.join('; ')}
      @change=${take}
    />
    <datalist id="${id}-known">
      ${(facets.get(role) ?? []).map((value) => html`<option value=${value}></option>`)}
    </datalist>`;
}
