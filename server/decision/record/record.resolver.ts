import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { readKey, readNote } from "../../platform/changes/request";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { recordDecision, type Recorded } from "./record.service";
import { recordTypes } from "./record.types";
import type { DecisionRecord } from "./recorded";

/** The verb by which the office enters a Decision that was issued. */
export function recordResolvers(types: ResourceTypes): (new () => object)[] {
  const { Record, Answer } = recordTypes(types);

  @Resolver()
  class RecordResolver {
    @Mutation(() => Answer, {
      description:
        "Ghi nhận Quyết định đã ban hành\n\nRecords a Decision with the lines of its annex as one change set: all of it or nothing.",
    })
    recordDecision(
      @Arg("record", () => Record, { description: "The Decision, the catalog it adjusts, its lines." })
      record: DecisionRecord,
      @Arg("note", () => String, { nullable: true, description: "Why, for the people who read the history." })
      note: string | null,
      @Arg("dryRun", () => Boolean, { defaultValue: false, description: "Answer what would happen and write nothing." })
      dryRun: boolean,
      @Arg("key", () => String, {
        nullable: true,
        description: "An idempotency key of the client's: the same request under it is written once.",
      })
      key: string | null,
      @Arg("expect", () => String, {
        nullable: true,
        description: "The `preview` of a dry run: refused where anything else would be written by now.",
      })
      expect: string | null,
      @Ctx() context: Context,
    ): Promise<Recorded> {
      const { person, source, services } = context;
      return refusing(() =>
        recordDecision(services, record, {
          person,
          source,
          note: readNote(note),
          dryRun,
          key: readKey(key),
          expect: expect ?? null,
        }),
      );
    }
  }
  return [RecordResolver];
}
