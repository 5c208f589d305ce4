import { GraphQLID } from "graphql";
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from "type-graphql";
import type { Context } from "../context";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { refusing } from "../graphql/bind";
import { DateTimeScalar, ValueScalar } from "../graphql/scalars";
import type { Person } from "../policy/policy";
import type { Job as JobOfTable, JobState } from "./job-table";

const State = { RUNNING: "RUNNING", DONE: "DONE", FAILED: "FAILED", CANCELLED: "CANCELLED" } as const;

/** Jobs by GraphQL: everybody sees and stops their own, and nobody another's. */
export function jobResolvers(): (new () => object)[] {
  registerEnumType(State, {
    name: "JobState",
    description: "How long work stands.",
    valuesConfig: {
      RUNNING: { description: "It goes on." },
      DONE: { description: "It is through; its outcome says what came of it." },
      FAILED: { description: "It was refused or broke off; nothing was written, and its outcome says why." },
      CANCELLED: { description: "Its person stopped it; nothing was written." },
    },
  });

  @ObjectType("Job", {
    description: "Việc chạy nền\n\nLong work that goes on when the tab is closed. Forgotten after a day.",
  })
  class Job implements JobOfTable {
    @Field(() => GraphQLID, { description: "The job's number." })
    id!: string;

    @Field(() => String, { description: "What sort of work it is: import, export." })
    kind!: string;

    @Field(() => String, { description: "What people know it by, for example the file's name." })
    title!: string;

    @Field(() => State, { description: "Whether it goes on, and how it ended." })
    state!: JobState;

    @Field(() => Int, { description: "Rows done so far." })
    done!: number;

    @Field(() => Int, { nullable: true, description: "Rows in all; null until they are counted." })
    total!: number | null;

    @Field(() => DateTimeScalar, { description: "When it was started." })
    startedAt!: string;

    @Field(() => DateTimeScalar, { nullable: true, description: "When it ended; null while it goes on." })
    endedAt!: string | null;

    @Field(() => ValueScalar, {
      nullable: true,
      description:
        "What came of it: an import's counts and change set, or the problems for which it was refused. Null while it goes on.",
    })
    outcome!: Record<string, unknown> | null;
  }

  const signedIn = (context: Context): Person => {
    if (!context.person) throw graphqlErrorOf(new Refusal("SIGN_IN", null));
    return context.person;
  };

  @Resolver()
  class JobResolver {
    @Query(() => Job, { nullable: true, description: "One of your jobs; null where there is none of that number." })
    job(
      @Arg("id", () => GraphQLID, { description: "The job's number." }) id: string,
      @Ctx() context: Context,
    ): Promise<JobOfTable | null> {
      return context.services.jobs.one(signedIn(context), id);
    }

    @Query(() => [Job], { description: "Your latest jobs, at most twenty, latest first." })
    jobs(@Ctx() context: Context): Promise<JobOfTable[]> {
      return context.services.jobs.of(signedIn(context));
    }

    @Mutation(() => Job, {
      nullable: true,
      description: "Asks one of your jobs to stop. It leaves nothing half done; one that is through stays as it is.",
    })
    cancelJob(
      @Arg("id", () => GraphQLID, { description: "The job's number." }) id: string,
      @Ctx() context: Context,
    ): Promise<JobOfTable | null> {
      return refusing(async () => {
        const person = signedIn(context);
        if (person.readOnly) throw new Refusal("FORBIDDEN", "job", {}, "readOnlyToken");
        return context.services.jobs.cancel(person, id);
      });
    }
  }
  return [JobResolver];
}
