// Access tokens, fetched once and shared by all calls.

/** What the Identity endpoint returns. */
export interface Token {
  access_token: string;
  /** In seconds. */
  expires_in: number;
}

/** How long before its end a token is no longer used, in milliseconds. Marketo returns the same one until it expires. */
const MARGIN = 30_000;

/** Keeps a token until shortly before it expires. */
export class Tokens {
  readonly #fetch: () => Token | PromiseLike<Token>;
  #token: string | undefined;
  #expires = 0;
  #fetching: Promise<string> | undefined;

  constructor(fetch: () => Token | PromiseLike<Token>) {
    this.#fetch = fetch;
  }

  /** Returns the token, and fetches one where there is none or it expires soon: once, for however many calls. */
  async get(): Promise<string> {
    if (this.#token !== undefined && Date.now() < this.#expires - MARGIN) {
      return this.#token;
    }
    this.#fetching ??= this.#renew().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  async #renew(): Promise<string> {
    const { access_token, expires_in } = await this.#fetch();
    if (typeof access_token !== "string" || typeof expires_in !== "number") {
      throw new TypeError("a token is an object with access_token, a string, and expires_in, a number of seconds");
    }
    this.#token = access_token;
    this.#expires = Date.now() + expires_in * 1000;
    return access_token;
  }

  /** Forgets a token that was not accepted; a newer one stays. */
  forget(token: string): void {
    if (token === this.#token) {
      this.#token = undefined;
    }
  }
}
