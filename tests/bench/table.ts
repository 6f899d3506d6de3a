import { type Figure, isMet, median, ratioOf } from "./figures.ts";

const heads = ["", "ours (lowest – highest)", "n", "plain (lowest – highest)", "ratio", "goal", ""];

/** The figures as lines of equal columns, for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [heads, ...figures.map(rowOf)];
  const widths = heads.map((_head, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const lines = rows.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column)).join("  "));
  return lines.map((line) => line.trimEnd()).join("\n");
}

function padded(cell: string, width: number, column: number): string {
  return column === 0 || column === heads.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}

function rowOf(figure: Figure): string[] {
  const { about, unit, ours, plain } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  return [
    unit ? `${about} (${unit})` : about,
    spread(ours),
    String(ours.length),
    plain ? spread(plain) : "",
    ratio === null ? "" : `${ratio.toFixed(2)} ×`,
    goalOf(figure),
    met === null ? "" : met ? "met" : "MISSED",
  ];
}

function spread(samples: readonly number[]): string {
  const [least, most] = [Math.min(...samples), Math.max(...samples)];
  return least === most ? number(least) : `${number(median(samples))} (${number(least)} – ${number(most)})`;
}

function goalOf({ goal }: Figure): string {
  if (!goal) return "";
  if ("ratio" in goal) return `${goal.ratio} ×`;
  return goal.aim === undefined ? `${goal.atMost}` : `${goal.atMost}, aim ${goal.aim}`;
}

function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) < 0.1 ? 3 : 2;
  return value.toLocaleString("en-GB", { maximumFractionDigits: digits });
}
