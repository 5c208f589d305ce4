import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { addField, words } from "../platform/graphql/types";
import { declarationOf } from "../platform/registry/declare";
import { scoredTypes } from "../target/scored.types";
import { COUNT_FIGURES } from "./count.roll-ups";
import { Count } from "./count.entity";
import { countSheet, type CountSheet, type SheetCount } from "./count-sheet";
import { figureSectorType } from "./figure-sector.type";

/** The sheet in which a reception unit enters its counts. It is written by `changeCounts` like everything else. */
export function countSheetResolvers(types: ResourceTypes): (new () => object)[] {
  const { agency, procedure, period } = scoredTypes(types);
  const sector = figureSectorType(types);
  const [place, receiver] = [types.enumOf("ReceptionPlace"), types.enumOf("Receiver")];

  @ObjectType("SheetCount", { description: "Số liệu đã nhập của một dòng\n\nThe count of a line of the sheet." })
  class SheetCountType {
    @Field(() => GraphQLID, { description: "The count's id." })
    id!: string;

    @Field(() => GraphQLInt, { description: "Its version, which a change of it names." })
    version!: number;

    @Field(() => place, { nullable: true, description: "Where the dossiers were taken in, where known." })
    place!: string | null;

    @Field(() => receiver, { nullable: true, description: "Who took them in, where known." })
    receiver!: string | null;

    @Field(() => Boolean, { description: "Whether it is invented for the demo." })
    isDemo!: boolean;
  }
  for (const { name, about } of declarationOf(Count).fields.filter((f) => COUNT_FIGURES.includes(f.name)))
    addField(SheetCountType, name, GraphQLInt, words(about), true);

  @ObjectType("SheetRow", {
    description: "Một dòng nhập số liệu\n\nA line of the sheet: one settling agency's dossiers of one procedure.",
  })
  class SheetRow {
    @Field(() => procedure, { description: "The procedure." })
    procedure!: object;

    @Field(() => agency, { description: "Who settles the dossiers." })
    agency!: object;

    @Field(() => sector, { nullable: true, description: "The procedure's sector." })
    sector!: object | null;

    @Field(() => SheetCountType, { nullable: true, description: "What is counted; null where nothing is reported." })
    count!: SheetCount | null;
  }

  @ObjectType("CountSheet", {
    description: "Phiếu nhập số liệu\n\nWhat a reception unit enters its counts of a period in.",
  })
  class CountSheetType {
    @Field(() => period, { description: "The period." })
    period!: object;

    @Field(() => agency, { description: "Who received the dossiers." })
    receptionUnit!: object;

    @Field(() => Boolean, { description: "Whether the person may write counts and the period is open." })
    editable!: boolean;

    @Field(() => [SheetRow], {
      description:
        "A line for every procedure in force on the period's last day that the unit receives, then what else is counted.",
    })
    rows!: SheetRow[];
  }

  @Resolver()
  class CountSheetResolver {
    @Query(() => CountSheetType, {
      description:
        "The prefilled sheet of a reception unit's counts. Staff of agencies see the lines of their own part. It is saved by changeCounts.",
    })
    countSheet(
      @Ctx() context: Context,
      @Arg("period", () => GraphQLID, { description: "The period that is reported." }) periodId: string,
      @Arg("receptionUnit", () => GraphQLID, { description: "Who received the dossiers." }) unitId: string,
    ): Promise<CountSheet> {
      return refusing(() => countSheet(context, periodId, unitId));
    }
  }

  return [CountSheetResolver];
}
