// SHA-256 (FIPS 180-4), synchronous: `crypto.subtle` costs a turn of the event loop for each hash and needs https.

/**
 * Hashes texts that begin alike: what fills whole blocks of the beginning is hashed only once; the rest is ASCII. Whole in
 * itself, because a worker runs the text of this function.
 */
export function createHash(beginning: string): (rest: string) => Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  /** The first 32 bits of the fractional part of a root. */
  const fractions = (count: number, root: number) =>
    Int32Array.from(primes.slice(0, count), (n) => ((n ** (1 / root) % 1) * 2 ** 32) | 0);
  const constants = fractions(64, 3);
  const w = new Int32Array(64);
  const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));

  /** Mixes 64 bytes, or the whole of `block` that begins at `at`, into `state`. */
  function compress(state: Int32Array, block: DataView, at: number): void {
    const word = (t: number) => w[t] ?? 0;
    for (let t = 0; t < 16; t++) w[t] = block.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const x = word(t - 15);
      const y = word(t - 2);
      const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
      const large = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      w[t] = word(t - 16) + small + word(t - 7) + large;
    }
    const part = (i: number) => state[i] ?? 0;
    let a = part(0);
    let b = part(1);
    let c = part(2);
    let d = part(3);
    let e = part(4);
    let f = part(5);
    let g = part(6);
    let h = part(7);
    for (let t = 0; t < 64; t++) {
      const mixed = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
      const one = (h + mixed + (constants[t] ?? 0) + word(t)) | 0;
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
    state[0] = part(0) + a;
    state[1] = part(1) + b;
    state[2] = part(2) + c;
    state[3] = part(3) + d;
    state[4] = part(4) + e;
    state[5] = part(5) + f;
    state[6] = part(6) + g;
    state[7] = part(7) + h;
  }

  const bytes = new TextEncoder().encode(beginning);
  const whole = bytes.length - (bytes.length % 64);
  const tail = bytes.subarray(whole);
  const start = fractions(8, 2);
  for (let at = 0; at < whole; at += 64) compress(start, new DataView(bytes.buffer), at);
  let padded = new Uint8Array();
  let view = new DataView(padded.buffer);

  return (rest) => {
    const length = tail.length + rest.length;
    const size = Math.ceil((length + 9) / 64) * 64;
    if (padded.length !== size) {
      padded = new Uint8Array(size);
      padded.set(tail);
      view = new DataView(padded.buffer);
    }
    for (let at = 0; at < rest.length; at++) padded[tail.length + at] = rest.charCodeAt(at);
    padded.fill(0, length);
    padded[length] = 0x80;
    view.setUint32(size - 4, (whole + length) * 8);
    const result = start.slice();
    for (let at = 0; at < size; at += 64) compress(result, view, at);
    return result;
  };
}
