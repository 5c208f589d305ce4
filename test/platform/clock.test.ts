import { Clock } from "../../server/platform/clock";

const at = (moment: string): void => void jest.useFakeTimers({ now: new Date(moment) });
afterEach(() => jest.useRealTimers());

test("the day begins at midnight in Việt Nam, wherever the server stands", () => {
  at("2019-07-19T16:59:59.999Z");
  expect(new Clock().today()).toBe("2019-07-19");
  at("2019-07-19T17:00:00.000Z");
  expect(new Clock().today()).toBe("2019-07-20");
  at("2019-12-31T17:00:00.000Z");
  expect(new Clock().today()).toBe("2020-01-01");
});

test("a working date stands for today, but not for the day on which keys expire, nor for the moment of a change", () => {
  at("2026-03-01T12:34:56.789Z");
  const clock = new Clock("2019-07-20");
  expect([clock.today(), clock.calendarDay()]).toEqual(["2019-07-20", "2026-03-01"]);
  expect(clock.now()).toBe("2026-03-01T12:34:56.789Z");
});
