/** Weights and bias of a logistic regression, ridge `penalty` on the standardised columns; Newton's method. */
export function fitLogistic(rows: number[][], truth: boolean[], penalty: number): { weights: number[]; bias: number } {
  const width = rows[0]?.length ?? 0;
  const means = range(width).map((j) => rows.reduce((sum, row) => sum + at(row, j), 0) / rows.length);
  const spreads = range(width).map(
    (j) => Math.sqrt(rows.reduce((sum, row) => sum + (at(row, j) - at(means, j)) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map((row) => [...row.map((value, j) => (value - at(means, j)) / at(spreads, j)), 1]);
  let fitted = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < 25; step++) {
    const slope = fitted.map((value, j) => (j < width ? penalty * value : 0));
    const curve = fitted.map((_, j) => fitted.map((__, k) => (j === k ? (j < width ? penalty : 1e-9) : 0)));
    scaled.forEach((row, i) => {
      const guess = 1 / (1 + Math.exp(-row.reduce((sum, value, j) => sum + value * at(fitted, j), 0)));
      row.forEach((value, j) => {
        slope[j] = at(slope, j) + (guess - (truth[i] ? 1 : 0)) * value;
        row.forEach((other, k) => {
          const line = curve[j] ?? [];
          line[k] = at(line, k) + guess * (1 - guess) * value * other;
        });
      });
    });
    const change = solve(curve, slope);
    fitted = fitted.map((value, j) => value - at(change, j));
  }
  const weights = range(width).map((j) => at(fitted, j) / at(spreads, j));
  return { weights, bias: at(fitted, width) - weights.reduce((sum, weight, j) => sum + weight * at(means, j), 0) };
}

/** Gauss, with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = range(size)
      .slice(i)
      .reduce((best, k) => (Math.abs(at(rows[k], i)) > Math.abs(at(rows[best], i)) ? k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = at(rows[k], i) / at(rows[i], i);
      rows[k] = (rows[k] ?? []).map((value, j) => value - factor * at(rows[i], j));
    }
  }
  return rows.map((row, i) => at(row, size) / at(row, i));
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const at = (row: number[] | undefined, place: number) => row?.[place] ?? 0;
