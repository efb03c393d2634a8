// What the Python side wrote for these tests; see test_scripts.py.
import { readFileSync } from "node:fs";

const FIXTURES = JSON.parse(readFileSync(process.env.ATLAS_FIXTURES, "utf8"));

/** Cases of one kind; a kind without cases would prove nothing. */
export function readCases(kind) {
  const cases = FIXTURES[kind];
  if (!cases?.length) throw new Error(`no fixtures of ${kind}`);
  return cases;
}
