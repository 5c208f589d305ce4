import { READING } from "../criterion.entity";
import type { CriterionScore, Fraction, ReadingScore } from "./card";
import { judging, mostPoints, type Judgement } from "./judge.rules";
import type { CriterionRow } from "./scorecard.sql";
import { ruleOf } from "./sentence.rules";
import type { Figures } from "./tally.rules";

/** What the scores of a criterion have in common, whosever they are. */
export class CriterionSheet {
  readonly id: string;
  readonly points: string | null;
  readonly readings: ReadingSheet[];
  readonly official: ReadingSheet;

  constructor(
    readonly criterion: CriterionRow,
    to: string,
    figures: ReadonlyMap<string, Figures>,
  ) {
    this.id = String(criterion.id);
    this.points = mostPoints(criterion);
    const judge = judging(criterion);
    this.readings = criterion.readings.map(
      (reading) => new ReadingSheet(criterion, reading, to, figures.get(`${criterion.id} ${reading}`), judge),
    );
    this.official = this.readings.find(({ isOfficial }) => isOfficial)!;
  }
}

class ReadingSheet {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly rule: { vi: string; en: string };
  readonly isOfficial: boolean;

  constructor(
    criterion: CriterionRow,
    reading: string,
    to: string,
    readonly figures: Figures | undefined,
    readonly judge: (numerator: number, denominator: number) => Judgement,
  ) {
    const name = READING.choices!.find(({ value }) => value === reading);
    this.code = reading.toLowerCase();
    this.nameVi = name?.vi ?? reading;
    this.nameEn = name?.en ?? reading;
    this.rule = ruleOf(criterion, reading, to);
    this.isOfficial = reading === criterion.officialReading;
  }
}

/**
 * A criterion's score at a place. An answer about a thousand agencies asks for few of its fields: what is not asked for
 * is not made.
 */
export class ScoreOfCriterion implements CriterionScore {
  private all: ReadingScore[] | undefined;
  private chosen: ReadingScore | undefined;

  constructor(
    private readonly sheet: CriterionSheet,
    private readonly index: number,
  ) {}

  get id() {
    return this.sheet.id;
  }
  get code() {
    return this.sheet.criterion.code;
  }
  get nameVi() {
    return this.sheet.criterion.nameVi;
  }
  get nameEn() {
    return this.sheet.criterion.nameEn;
  }
  get position() {
    return this.sheet.criterion.position;
  }
  get measure() {
    return this.sheet.criterion.measure;
  }
  get channel() {
    return this.sheet.criterion.channel;
  }
  get leg() {
    return this.sheet.criterion.leg;
  }
  get level() {
    return this.sheet.criterion.level;
  }
  get thresholdPercent() {
    return this.sheet.criterion.thresholdPercent;
  }
  get points() {
    return this.sheet.points;
  }
  get official(): ReadingScore {
    return (this.chosen ??= new ScoreOfReading(this.sheet.official, this.index));
  }
  get readings(): ReadingScore[] {
    return (this.all ??= this.sheet.readings.map((reading) =>
      reading.isOfficial ? this.official : new ScoreOfReading(reading, this.index),
    ));
  }
}

class ScoreOfReading implements ReadingScore {
  readonly numerator: number;
  readonly denominator: number;
  private readonly judged: Judgement;

  constructor(
    private readonly sheet: ReadingSheet,
    index: number,
  ) {
    this.numerator = sheet.figures?.numerators[index] ?? 0;
    this.denominator = sheet.figures?.denominators[index] ?? 0;
    this.judged = sheet.judge(this.numerator, this.denominator);
  }

  get code() {
    return this.sheet.code;
  }
  get nameVi() {
    return this.sheet.nameVi;
  }
  get nameEn() {
    return this.sheet.nameEn;
  }
  get ruleVi() {
    return this.sheet.rule.vi;
  }
  get ruleEn() {
    return this.sheet.rule.en;
  }
  get official() {
    return this.sheet.isOfficial;
  }
  get ratio(): Fraction | null {
    const { numerator, denominator } = this;
    return denominator === 0 ? null : { numerator, denominator };
  }
  get state() {
    return this.judged.state;
  }
  get shortfall() {
    return this.judged.shortfall;
  }
  get surplus() {
    return this.judged.surplus;
  }
  get needed() {
    return this.judged.needed;
  }
  get points() {
    return this.judged.points;
  }
}
