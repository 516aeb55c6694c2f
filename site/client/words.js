// The texts of one language, from Fluent files: the page's own, and the command's for what it says about responses.

import { FluentBundle, FluentResource } from "@fluent/bundle";

export class Words {
  #bundle;

  /**
   * @param {string} lang `sv` or `en`.
   * @param {string[]} files The contents of Fluent files.
   * @param {string} [labels] The catalog's Fluent file for what it has no code for.
   */
  constructor(lang, files, labels) {
    this.lang = lang;
    this.catalog = labels && new Words(lang, [labels]);
    this.#bundle = new FluentBundle(lang, { useIsolating: false });
    for (const file of files) {
      const errors = this.#bundle.addResource(new FluentResource(file));
      if (errors.length > 0) throw errors[0];
    }
  }

  /** Returns the text `id`, or `id.attribute`; an unknown id or a missing argument is a mistake of ours and throws. */
  get(id, args = {}) {
    const [name, attribute] = id.split(".");
    const message = this.#bundle.getMessage(name);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (!pattern) throw new Error(`${this.lang}: no text ${id}`);
    const errors = [];
    const text = this.#bundle.formatPattern(pattern, args, errors);
    if (errors.length > 0) throw errors[0];
    return text;
  }

  /** Writes a number in groups of three digits, as the command does. */
  number(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, this.get("separator"));
  }

  /** Writes how long something takes, as the command does: in seconds up to two minutes, then in minutes, then in hours. */
  duration(seconds) {
    const minutes = Math.ceil(seconds / 60);
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (seconds < 120) return this.get("seconds", { number: this.number(seconds) });
    if (minutes < 120) return this.get("minutes", { number: this.number(minutes) });
    if (rest === 0) return this.get("hours", { number: this.number(hours) });
    return this.get("hours-and-minutes", { hours: this.number(hours), minutes: this.number(rest) });
  }
}

export const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);
