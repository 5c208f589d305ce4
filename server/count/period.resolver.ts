import { GraphQLID } from "graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Answer } from "../platform/changes/change";
import { readNote } from "../platform/changes/request";
import type { Context } from "../platform/context";
import { refusing } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { closePeriod, reopenPeriod } from "./period.service";

/** The verbs by which a reporting period stops taking figures and takes them again. */
export function periodResolvers({ changeResult }: ResourceTypes): (new () => object)[] {
  @Resolver()
  class PeriodResolver {
    @Mutation(() => changeResult, {
      description:
        "Khóa kỳ\n\nCloses a period: its counts and national forms take no change until it is reopened. " +
        "No change set where it was closed already.",
    })
    closePeriod(
      @Arg("id", () => GraphQLID, { description: "The period." }) id: string,
      @Arg("note", () => String, { nullable: true, description: "Why, for the people who read the history." })
      note: string | null,
      @Ctx() { person, source, services }: Context,
    ): Promise<Answer> {
      return refusing(() => closePeriod(services, id, { person, source, note: readNote(note) }));
    }

    @Mutation(() => changeResult, {
      description:
        "Mở lại kỳ\n\nOpens a closed period again, for administrators. No change set where it was open already.",
    })
    reopenPeriod(
      @Arg("id", () => GraphQLID, { description: "The period." }) id: string,
      @Arg("reason", () => String, { description: "Why: kept as the note of the change set; it cannot be empty." })
      reason: string,
      @Ctx() { person, source, services }: Context,
    ): Promise<Answer> {
      return refusing(() => reopenPeriod(services, id, { person, source, note: readNote(reason, "reason") }));
    }
  }
  return [PeriodResolver];
}
