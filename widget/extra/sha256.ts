// SHA-256 (FIPS 180-4), synchronous: `crypto.subtle` costs a turn of the event loop for each hash and needs https.

const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && isPrime(n));

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

/** The first 32 bits of the fractional part of a root. */
const fraction = (n: number, root: number) => (n ** (1 / root) % 1) * 2 ** 32;

const K = Int32Array.from(PRIMES.slice(0, 64), (n) => fraction(n, 3) | 0);
const START = Int32Array.from(PRIMES.slice(0, 8), (n) => fraction(n, 2) | 0);

/** Hashes texts that begin alike: what fills whole blocks of the beginning is hashed only once. */
export function createHash(beginning: string): (rest: string) => Int32Array {
  const bytes = new TextEncoder().encode(beginning);
  const whole = bytes.length - (bytes.length % 64);
  const state = START.slice();
  const schedule = new Int32Array(64);
  for (let at = 0; at < whole; at += 64) compress(state, bytes.subarray(at, at + 64), schedule);
  const tail = bytes.subarray(whole);

  return (rest) => {
    const length = tail.length + rest.length;
    const padded = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
    padded.set(tail);
    for (let at = 0; at < rest.length; at++) padded[tail.length + at] = rest.charCodeAt(at);
    padded[length] = 0x80;
    const bits = (whole + length) * 8;
    new DataView(padded.buffer).setUint32(padded.length - 4, bits);
    const result = state.slice();
    for (let at = 0; at < padded.length; at += 64) compress(result, padded.subarray(at, at + 64), schedule);
    return result;
  };
}

const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));

function compress(state: Int32Array, block: Uint8Array, w: Int32Array): void {
  const word = (at: number) => w[at] ?? 0;
  for (let t = 0; t < 16; t++) {
    const [a = 0, b = 0, c = 0, d = 0] = [block[4 * t], block[4 * t + 1], block[4 * t + 2], block[4 * t + 3]];
    w[t] = (a << 24) | (b << 16) | (c << 8) | d;
  }
  for (let t = 16; t < 64; t++) {
    const x = word(t - 15);
    const y = word(t - 2);
    const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    w[t] = (word(t - 16) + small + word(t - 7) + large) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + word(t)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, at) => {
    state[at] = (state[at] ?? 0) + value;
  });
}
