import { GraphQLID } from "graphql";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Answer } from "../../platform/changes/change";
import { readNote } from "../../platform/changes/request";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { detach } from "./attachment.service";

/** What is done to papers of claims that come as files. */
export function attachmentResolvers(types: ResourceTypes): (new () => object)[] {
  @Resolver()
  class AttachmentResolver {
    @Mutation(() => types.changeResult, {
      description:
        "Bỏ giấy tờ đính kèm\n\nTakes a paper away from a claim that is a draft or was returned. Its row goes into history; its bytes stay, since history names them.",
    })
    detachFromClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, { description: "The attachment." }) id: string,
      @Arg("note", () => String, { nullable: true, description: "Why, for history." }) note?: string | null,
    ): Promise<Answer> {
      return refusing(() => detach(context, id, readNote(note)));
    }
  }
  return [AttachmentResolver];
}
