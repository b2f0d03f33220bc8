/**
 * How often somebody may try. Keys are made of the action, the account and the network, never of a path, because routes
 * match in more than one spelling. Counts live in this process's memory and begin anew with it; this file is the only
 * one to change when many processes shall share them.
 */
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { refuse } from "#app/domain/result.ts";
import { networkOf } from "./network.ts";

export type Allowance = { ok: true } | { ok: false; retryAfterSeconds: number };

export interface Asking {
  /** The address in its stored form; it counts alike whether or not it has an account. */
  email: string;
  /** The IP address, as the configured proxy tells it. */
  network: string;
}

/** One method for each action. Each counts what it allows; times are in whole seconds, at least 1. */
export interface Limits {
  /** Counts a try before the password is looked at, so that simultaneous tries cannot slip through together. */
  signIn(asking: Asking): Promise<Allowance>;
  /** Takes the try back, and remembers that this network belongs to this account. */
  signedIn(asking: Asking): Promise<void>;
  /** Counts against the network. */
  signInFailed(asking: Asking): Promise<void>;
  signUp(asking: Asking): Promise<Allowance>;
  requestReset(asking: Asking): Promise<Allowance>;
  resetPassword(asking: { network: string }): Promise<Allowance>;
  changePassword(asking: { accountId: string }): Promise<Allowance>;
  reportContent(asking: { accountId: string }): Promise<Allowance>;
  verifyCertificate(asking: { network: string }): Promise<Allowance>;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Points within seconds. A class behind one address must be able to sign up in one lesson. */
export const RATES = {
  /** Tries that failed on one account from one network. */
  signInPair: { points: 5, duration: 15 * MINUTE },
  /** Tries that failed on one account from networks from which nobody has signed in to it. */
  signInAccount: { points: 30, duration: 15 * MINUTE },
  signInNetwork: { points: 20, duration: 15 * MINUTE },
  signInEverybody: { points: 50, duration: 1 },
  signUpNetwork: { points: 100, duration: HOUR },
  signUpAddress: { points: 3, duration: HOUR },
  resetNetwork: { points: 30, duration: HOUR },
  resetAddress: { points: 3, duration: HOUR },
  resetUse: { points: 20, duration: 15 * MINUTE },
  changePassword: { points: 5, duration: 15 * MINUTE },
  report: { points: 20, duration: DAY },
  verify: { points: 60, duration: MINUTE },
};

/** How long a network is remembered as an account's own. The library's timers hold at most 24 days. */
const REMEMBERED = 14 * DAY;

/**
 * @param rates points within seconds, for an installation with other needs
 */
export function createLimits(rates: typeof RATES = RATES): Limits {
  const limiters = {
    pair: new RateLimiterMemory(rates.signInPair),
    account: new RateLimiterMemory(rates.signInAccount),
    network: new RateLimiterMemory(rates.signInNetwork),
    everybody: new RateLimiterMemory(rates.signInEverybody),
    signUpNetwork: new RateLimiterMemory(rates.signUpNetwork),
    signUpAddress: new RateLimiterMemory(rates.signUpAddress),
    resetNetwork: new RateLimiterMemory(rates.resetNetwork),
    resetAddress: new RateLimiterMemory(rates.resetAddress),
    resetUse: new RateLimiterMemory(rates.resetUse),
    changePassword: new RateLimiterMemory(rates.changePassword),
    report: new RateLimiterMemory(rates.report),
    verify: new RateLimiterMemory(rates.verify),
  };
  const familiar = new RateLimiterMemory({ points: 1, duration: REMEMBERED });
  const pairOf = ({ email, network }: Asking) => `${networkOf(network)} ${email}`;

  return {
    async signIn(asking) {
      const everybody = await take(limiters.everybody, "");
      if (!everybody.ok) return everybody;
      const network = await spent(limiters.network, networkOf(asking.network));
      if (!network.ok) return network;
      const pair = await take(limiters.pair, pairOf(asking));
      if (!pair.ok) return pair;
      // Strangers can use up the account's own allowance. Its owner, at a place from which they have signed in before, is not kept out by that.
      if (await familiar.get(pairOf(asking))) return { ok: true };
      return take(limiters.account, asking.email);
    },
    async signedIn(asking) {
      if (!(await familiar.get(pairOf(asking)))) await limiters.account.reward(asking.email);
      await limiters.pair.delete(pairOf(asking));
      await familiar.set(pairOf(asking), 1, REMEMBERED);
    },
    async signInFailed(asking) {
      await limiters.network.penalty(networkOf(asking.network));
    },
    signUp: (asking) => takeBoth(limiters.signUpNetwork, limiters.signUpAddress, asking),
    requestReset: (asking) => takeBoth(limiters.resetNetwork, limiters.resetAddress, asking),
    resetPassword: ({ network }) => take(limiters.resetUse, networkOf(network)),
    changePassword: ({ accountId }) => take(limiters.changePassword, accountId),
    reportContent: ({ accountId }) => take(limiters.report, accountId),
    verifyCertificate: ({ network }) => take(limiters.verify, networkOf(network)),
  };
}

/** The refusal as a problem of the form, with the wait in whole minutes. */
export function refuseTries({ retryAfterSeconds }: { retryAfterSeconds: number }) {
  return refuse("too-many-tries", { values: { minutes: Math.ceil(retryAfterSeconds / 60) } });
}

async function takeBoth(
  byNetwork: RateLimiterMemory,
  byAddress: RateLimiterMemory,
  asking: Asking,
): Promise<Allowance> {
  const network = await take(byNetwork, networkOf(asking.network));
  return network.ok ? take(byAddress, asking.email) : network;
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Allowance> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (refusal) {
    // The library rejects with an Error for faults and with its answer for a refusal.
    if (refusal instanceof Error) throw refusal;
    return refused(refusal as RateLimiterRes);
  }
}

async function spent(limiter: RateLimiterMemory, key: string): Promise<Allowance> {
  const state = await limiter.get(key);
  return state !== null && state.consumedPoints >= limiter.points ? refused(state) : { ok: true };
}

function refused(state: RateLimiterRes): Allowance {
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) };
}
