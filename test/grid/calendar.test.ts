import { daysLater, monthsLater, movedDay } from "../../admin/grid/calendar";

describe("the day of the calendar", () => {
  it("goes from month to month and year to year", () => {
    expect(daysLater("2019-12-31", 1)).toBe("2020-01-01");
    expect(daysLater("2020-03-01", -1)).toBe("2020-02-29");
    expect(monthsLater("2019-01-31", 1)).toBe("2019-02-28");
    expect(monthsLater("2019-03-31", -1)).toBe("2019-02-28");
    expect(monthsLater("2019-12-15", 1)).toBe("2020-01-15");
  });

  it("is moved by keys, in weeks that begin on Monday", () => {
    // 30 July 2018 was a Monday.
    expect(movedDay("2018-08-01", "Home", false)).toBe("2018-07-30");
    expect(movedDay("2018-07-30", "End", false)).toBe("2018-08-05");
    expect(movedDay("2018-07-30", "ArrowDown", false)).toBe("2018-08-06");
    expect(movedDay("2018-07-30", "PageDown", false)).toBe("2018-08-30");
    expect(movedDay("2020-02-29", "PageUp", true)).toBe("2019-02-28");
    expect(movedDay("2018-07-30", "a", false)).toBeNull();
  });
});
