// The questions of a profile as choices: what holds now, what an answer changes, and what agreeing settles.

import { chosen, roleChosen, unsure, valueChosen } from './review.js';

/** @typedef {Pegel.Query} Query */
/** @typedef {Pegel.Profile} Profile */
/** @typedef {Pegel.SourceChoice} SourceChoice */

/** Its first value says what it is about. @param {string} code */
const isAbout = (code) => code === 'map.missing' || code === 'question.scale';

/** @param {Query} query */
const idOf = ({ code, column, values }) => [code, column, isAbout(code) ? values[0] : ''].join(' ');

/** Open questions, and those asked before that the reader has answered: an answer can be taken back. @param {Query[]} before @param {Profile} profile */
export function asked(before, profile) {
  const open = new Map(profile.queries.map((query) => [idOf(query), query]));
  const kept = before.filter((query) => !open.has(idOf(query)) && stillFits(query, profile));
  const all = [...kept, ...profile.queries].map((query) => open.get(idOf(query)) ?? query);
  return all.sort((a, b) => a.column - b.column);
}

/** A question about a column that another reading of the file no longer has is gone. @param {Query} query @param {Profile} profile */
const stillFits = ({ code, column }, profile) =>
  code === 'kind.unsure' || (column < profile.columns.length && profile.kind !== 'none');

/** The option that holds now: what the engine assumed or the reader said. @param {Query} query @param {{profile: Profile, choice: SourceChoice}} opened */
export function answerOf({ code, column, values, options }, { profile, choice }) {
  const at = profile.columns[column];
  if (code.startsWith('date.')) return /date|instant/.test(at?.type ?? '') ? (at.date?.order ?? '') : 'text';
  if (code.startsWith('num.')) return at?.type === 'number' ? (at.number?.decimal ?? '') : 'text';
  if (code.startsWith('csv.')) return String(profile.dialect.header_rows);
  if (code === 'enc.unsure') return profile.dialect.encoding;
  if (code === 'kind.unsure') return profile.kind;
  if (code === 'nps.scale') return choice.scale ?? options[0].choice;
  if (code === 'question.scale') return choice.scales?.[values[0]] ?? options[0].choice;
  if (code === 'wide.table') return choice.wide ?? options[0].choice;
  if (code === 'target.kpi') return choice.values?.kpi_id?.[''] ?? options[0].choice;
  if (code === 'map.missing') return profile.columns.find(({ role }) => role === values[0])?.name ?? '';
  return options[0]?.choice ?? '';
}

/** The choice with the answer. @param {Query} query @param {Profile} profile @param {SourceChoice} choice @param {string} answer @returns {SourceChoice} */
export function answered({ code, column, values }, profile, choice, answer) {
  const name = profile.columns[column]?.name ?? '';
  if (code.startsWith('date.')) return chosen(choice, 'date', name, answer);
  if (code.startsWith('num.')) return chosen(choice, 'number', name, answer);
  if (code.startsWith('csv.')) return { ...choice, dialect: { ...profile.dialect, header_rows: Number(answer) } };
  if (code === 'enc.unsure') return { ...choice, dialect: { ...profile.dialect, encoding: answer } };
  if (code === 'kind.unsure') return { ...choice, kind: answer };
  if (code === 'nps.scale') return { ...choice, scale: answer || undefined };
  if (code === 'question.scale') return { ...choice, scales: scalesWith(choice, values[0], answer) };
  if (code === 'wide.table') return { ...choice, wide: answer };
  if (code === 'target.kpi') return valueChosen(choice, 'kpi_id', '', answer);
  if (code === 'map.missing') return missingChosen(values[0], profile, choice, answer);
  return choice;
}

/** @param {SourceChoice} choice @param {string} question @param {string} answer */
function scalesWith({ scales = {} }, question, answer) {
  const { [question]: _, ...others } = scales;
  return answer ? { ...others, [question]: answer } : others;
}

/** The column gets the role; none takes it from whoever had it. @param {string} role @param {Profile} profile @param {SourceChoice} choice @param {string} column */
function missingChosen(role, profile, choice, column) {
  if (column) return roleChosen(choice, profile, column, role);
  const holder = profile.columns.find((each) => each.role === role);
  return holder ? roleChosen(choice, profile, holder.name, '') : choice;
}

/** What also holds for the next file with these headers: its periods may be of another year. @param {SourceChoice} choice @returns {SourceChoice} */
export const keepable = ({ year: _, ...choice }) => choice;

/** What was unsure and not objected to, as if the reader had said it: it is not asked again. @param {Profile} profile @param {SourceChoice} choice @param {Set<string>} needed */
export function agreed(profile, choice, needed) {
  const guessed = profile.columns.filter((column, i) => column.role && unsure(column, i, profile, needed));
  const roles = Object.fromEntries(guessed.map(({ name, role }) => [name, role ?? '']));
  /** @type {SourceChoice} */
  const start = { ...choice, roles: { ...roles, ...choice.roles } };
  return profile.queries
    .filter(({ code }) => code !== 'map.missing')
    .map((query) => ({ query, answer: answerOf(query, { profile, choice }) }))
    .reduce((all, { query, answer }) => (answer ? answered(query, profile, all, answer) : all), start);
}
