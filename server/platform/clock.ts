/** The one clock: tests and the demo set it. Days are those of Asia/Ho_Chi_Minh, moments are UTC. */
export class Clock {
  constructor(private readonly workingDate: string | null = null) {}

  /** The working date where one is set, else today in Việt Nam. */
  today(): string {
    return this.workingDate ?? this.calendarDay();
  }

  /** Today in Việt Nam whatever the working date: what expiry days are compared with. */
  calendarDay(): string {
    return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  }

  now(): string {
    return new Date().toISOString();
  }
}
