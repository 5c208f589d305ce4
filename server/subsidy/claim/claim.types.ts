import { Field, ObjectType } from "type-graphql";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import type { TypeClass } from "../../platform/graphql/types";
import { shownTypes } from "../shown.types";

/** The type of a step that a claim can go next. */
export function nextStepType(types: ResourceTypes): TypeClass {
  const { words } = shownTypes(types);

  @ObjectType("StepPerson", { simpleResolvers: true, description: "Người làm được\n\nSomebody who may take a step." })
  class StepPerson {
    @Field(() => String, { description: "The person's name." })
    name!: string;
  }

  @ObjectType("ClaimNextStep", {
    simpleResolvers: true,
    description: "Bước tiếp theo của đề nghị\n\nA step that a claim can go from where it is.",
  })
  class ClaimNextStep {
    @Field(() => String, { description: "submit, check, return, approve or pay." })
    verb!: string;

    @Field(() => words, { description: "What it is called." })
    label!: object;

    @Field(() => Boolean, { description: "Whether whoever asks may take it." })
    may!: boolean;

    @Field(() => words, { nullable: true, description: "Why they may not; null where they may." })
    refusal!: object | null;

    @Field(() => [StepPerson], { description: "Everybody who may, in the order of their names." })
    people!: StepPerson[];
  }
  return ClaimNextStep;
}
