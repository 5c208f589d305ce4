import { candidatesOf, type AtCounter } from "../../server/target/scorecard/take.rules";

const at = (procedure: number, agency: number, received: number, returned: number): AtCounter => ({
  procedure,
  agency,
  volumes: { IN: received, OUT: returned },
});
const open = (legs: Record<number, string>) => (procedure: number, leg: string) => legs[procedure].includes(leg);

test("only a leg that is open is a way, whatever there is at the other one's counter", () => {
  const counters = [at(1, 7, 50, 40), at(2, 7, 50, 40), at(3, 7, 50, 40), at(4, 7, 50, 40)];
  expect(candidatesOf(counters, open({ 1: "IN OUT", 2: "OUT", 3: "IN", 4: "" }))).toEqual([
    { procedure: 1, agency: 7, leg: "IN", volume: 50 },
    { procedure: 2, agency: 7, leg: "OUT", volume: 40 },
    { procedure: 3, agency: 7, leg: "IN", volume: 50 },
  ]);
  expect(candidatesOf([at(3, 7, 0, 40)], open({ 3: "IN" }))).toEqual([]);
});

test("where nobody hands in at the counter, the results at the counter may go", () => {
  expect(candidatesOf([at(1, 7, 0, 40)], open({ 1: "IN OUT" }))).toEqual([
    { procedure: 1, agency: 7, leg: "OUT", volume: 40 },
  ]);
});

test("a procedure goes by one leg, of whichever agency", () => {
  expect(candidatesOf([at(1, 7, 0, 40), at(1, 8, 5, 5)], open({ 1: "IN OUT" }))).toEqual([
    { procedure: 1, agency: 8, leg: "IN", volume: 5 },
  ]);
});
