import { GraphQLID } from "graphql";
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { RefusalCode } from "../../platform/graphql/answers";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar } from "../../platform/graphql/scalars";
import type { AnnexList, Leg, Tier } from "../annex/annex";
import type { DecisionFacts, DecisionRecord, ProcedureFacts, RecordedLine } from "./recorded";
import type { LineEffect, LineRefused, Recorded } from "./record.service";

const List = { NEW: "NEW", AMENDED: "AMENDED", REPLACED: "REPLACED", ABOLISHED: "ABOLISHED" } as const;
registerEnumType(List, {
  name: "AnnexList",
  description: "The list of a Decision that a line of its annex stands in.",
  valuesConfig: {
    NEW: { description: "Ban hành mới\n\nIssued anew: opens an entry." },
    AMENDED: { description: "Sửa đổi, bổ sung\n\nAmended: closes the entry and opens it anew, changes the procedure." },
    REPLACED: { description: "Thay thế\n\nReplaced: closes the entry of one procedure and opens that of another." },
    ABOLISHED: { description: "Bãi bỏ\n\nAbolished: closes the entry." },
  },
});

/** The types of `recordDecision`; those of the resources are at hand only when the schema is made. */
export function recordTypes(types: ResourceTypes) {
  const [kind, leg, tier] = [types.enumOf("DecisionKind"), types.enumOf("Leg"), types.enumOf("Tier")];
  const levelScheme = types.enumOf("LevelScheme");
  const action = types.enumOf("ChangeAction");

  @InputType("DecisionFacts", { description: "What a Decision says of itself." })
  class Facts implements DecisionFacts {
    @Field(() => String, { description: "Number and symbol, for example 1320/QĐ-UBND." })
    number!: string;

    @Field(() => kind, { description: "The kind of document." })
    kind!: string;

    @Field(() => String, { description: "Who issued it." })
    issuer!: string;

    @Field(() => String, { description: "What it is about, in its own words." })
    title!: string;

    @Field(() => DateScalar, { nullable: true, description: "The day it was signed." })
    issuedOn?: string | null;

    @Field(() => DateScalar, { nullable: true, description: "The day it takes effect; from its signing where absent." })
    effectiveOn?: string | null;

    @Field(() => GraphQLID, { nullable: true, description: "The document it amends." })
    amends?: string | null;
  }

  @InputType("DecisionToRecord", {
    description: "A Decision: one that is recorded already, or a new one. Exactly one.",
  })
  class ToRecord {
    @Field(() => GraphQLID, { nullable: true, description: "The Decision to which an annex is added." })
    id?: string | null;

    @Field(() => Facts, { nullable: true, description: "The Decision to be recorded." })
    facts?: Facts | null;
  }

  @InputType("ProcedureFacts", { description: "What an annex says of a procedure; absent is not said." })
  class OfProcedure implements ProcedureFacts {
    @Field(() => String, { nullable: true, description: "Its code; one from before 2018 becomes a legacy code." })
    code?: string | null;

    @Field(() => String, { nullable: true, description: "The name as the annex gives it." })
    nameVi?: string | null;

    @Field(() => GraphQLID, { nullable: true, description: "The sector." })
    sector?: string | null;

    @Field(() => GraphQLID, { nullable: true, description: "The competent agency, where one is named." })
    agency?: string | null;

    @Field(() => [tier], { nullable: true, description: "The tiers that settle it." })
    tiers?: Tier[] | null;

    @Field(() => [String], { nullable: true, description: "The documents that lay it down." })
    legalBases?: string[] | null;
  }

  @InputType("DecisionLine", {
    description: "A line of an annex as a person confirmed it: a known procedure or a new one, exactly one of the two.",
  })
  class OfLine implements RecordedLine {
    @Field(() => Int, { description: "The line of the annex; problems name it." })
    line!: number;

    @Field(() => List, { description: "The list it stands in." })
    list!: AnnexList;

    @Field(() => GraphQLID, { nullable: true, description: "The procedure it means." })
    procedure?: string | null;

    @Field(() => OfProcedure, { nullable: true, description: "The procedure to be created." })
    create?: OfProcedure | null;

    @Field(() => OfProcedure, {
      nullable: true,
      description: "What changes of the procedure from the day the Decision acts.",
    })
    set?: OfProcedure | null;

    @Field(() => GraphQLID, { nullable: true, description: "The procedure that this one stands in place of." })
    replaces?: string | null;

    @Field(() => [leg], { nullable: true, description: "The legs by post, in a postal catalog." })
    legs?: Leg[] | null;

    @Field(() => Int, { nullable: true, description: "The level, in an online catalog." })
    level?: number | null;

    @Field(() => String, { nullable: true, description: "What the annex notes on the line." })
    note?: string | null;
  }

  @InputType("DecisionRecord", { description: "A Decision with the lines of its annex." })
  class Record implements DecisionRecord {
    @Field(() => ToRecord, { description: "The Decision." })
    decision!: ToRecord;

    @Field(() => GraphQLID, {
      nullable: true,
      description: "The catalog that the lines adjust; absent where it only announces procedures.",
    })
    catalog?: string | null;

    @Field(() => [List], {
      nullable: true,
      description: "The lists in which it acts on the procedures themselves too; all of them without a catalog.",
    })
    announces?: AnnexList[] | null;

    @Field(() => [leg], { nullable: true, description: "The legs of lines that name none; both where absent." })
    legs?: Leg[] | null;

    @Field(() => levelScheme, {
      nullable: true,
      description: "What the lines' levels mean; Decree 43/2011 where absent.",
    })
    levelScheme?: string | null;

    @Field(() => [OfLine], { description: "The lines; whoever leaves one out does not send it." })
    lines!: OfLine[];
  }

  @ObjectType("DecisionEffect", { description: "What a line of an annex does to one row." })
  class Effect implements LineEffect {
    @Field(() => Int, { nullable: true, description: "The line; null for the Decision itself." })
    line!: number | null;

    @Field(() => String, { description: "Decision, Procedure or CatalogEntry." })
    resource!: string;

    @Field(() => GraphQLID, { description: "The row's id. A dry run names the id a new row would have had." })
    id!: string;

    @Field(() => action, { description: "What is done." })
    action!: LineEffect["action"];

    @Field(() => [types.cellChange], { description: "The fields that change." })
    cells!: LineEffect["cells"];
  }

  @ObjectType("DecisionProblem", { description: "Why a line of an annex is refused." })
  class Refused implements LineRefused {
    @Field(() => Int, { nullable: true, description: "The line; null where it is about the Decision itself." })
    line!: number | null;

    @Field(() => String, { nullable: true, description: "The field's name, where it is about one." })
    field!: string | null;

    @Field(() => RefusalCode, { description: "What programs act on." })
    code!: LineRefused["code"];

    @Field(() => String, { description: "What people read, in Vietnamese." })
    messageVi!: string;

    @Field(() => String, { description: "What people read, in English." })
    messageEn!: string;
  }

  @ObjectType("RecordedDecision", { description: "What became of recording a Decision." })
  class Answer implements Recorded {
    @Field(() => GraphQLID, {
      nullable: true,
      description: "The Decision; null where nothing was written of a new one.",
    })
    decision!: string | null;

    @Field(() => GraphQLID, {
      nullable: true,
      description: "The change set; null after a dry run or where nothing was.",
    })
    changeSet!: string | null;

    @Field(() => String, {
      description: "What was planned, in a few letters: `expect` of the recording after a preview.",
    })
    preview!: string;

    @Field(() => [Effect], { description: "What the lines do, in their order." })
    effects!: Effect[];

    @Field(() => [Refused], { description: "The lines that are refused." })
    problems!: Refused[];
  }

  return { Record, Answer };
}
