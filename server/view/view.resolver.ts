import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../platform/context";
import { Refusal } from "../platform/errors/refusal";
import { refusing } from "../platform/graphql/bind";
import { DateTimeScalar, ValueScalar } from "../platform/graphql/scalars";
import type { Person } from "../platform/policy/policy";
import { SavedViews } from "./saved-views";
import type { ViewBody } from "./view-body";

@ObjectType("SavedView", {
  description:
    "Chế độ xem đã lưu\n\nHow somebody likes to see a grid, under a name: filter, order, columns. A setting, without history.",
})
class SavedView {
  @Field(() => GraphQLID, { description: "The view's number." })
  id!: string;

  @Field(() => GraphQLInt, { description: "Raised by every change; sent along with the next one." })
  version!: number;

  @Field(() => String, { description: "The grid it belongs to, for example procedures." })
  grid!: string;

  @Field(() => String, { description: "What it is called; unique among the person's views of the grid." })
  name!: string;

  @Field(() => Boolean, { description: "Whether everybody who sees the grid may use it." })
  isShared!: boolean;

  @Field(() => Boolean, { description: "Whether it is the asking person's own, who alone changes it." })
  isMine!: boolean;

  @Field(() => String, { description: "The name of the person whose view it is." })
  owner!: string;

  @Field(() => ValueScalar, {
    description:
      "`filter` and `sort` as a list query takes them, `columns` (the fields shown, null for the usual ones), `widths` in pixels by field, `density`.",
  })
  body!: ViewBody;

  @Field(() => DateTimeScalar, { description: "When it was last changed." })
  changedAt!: string;
}

/** Whoever keeps or uses views has signed in. */
function signedIn(context: Context): Person {
  if (!context.person) throw new Refusal("SIGN_IN", null);
  return context.person;
}

const viewsOf = (context: Context): SavedViews => new SavedViews(context.services);

/** Views of grids: kept, shared and taken away by the people whose they are. */
@Resolver()
export class ViewResolver {
  @Query(() => [SavedView], { description: "The asking person's views of a grid, and those that others share." })
  savedViews(
    @Arg("grid", () => String, { description: "The grid: a resource's plural, for example procedures." }) grid: string,
    @Ctx() context: Context,
  ): Promise<SavedView[]> {
    return refusing(async () => viewsOf(context).of(signedIn(context), grid));
  }

  @Mutation(() => SavedView, {
    description: "Keeps a new view, or with `id` and `version` a changed one of the person's own.",
  })
  saveView(
    @Arg("grid", () => String, { description: "The grid: a resource's plural, for example procedures." }) grid: string,
    @Arg("name", () => String, { description: "What it is called, 1 to 100 characters." }) name: string,
    @Arg("body", () => ValueScalar, { description: "The view, as SavedView.body." }) body: unknown,
    @Ctx() context: Context,
    @Arg("isShared", () => Boolean, {
      defaultValue: false,
      description: "Whether everybody who sees the grid may use it; for those who may change its rows.",
    })
    isShared: boolean,
    @Arg("id", () => GraphQLID, { nullable: true, description: "The view to change; absent for a new one." })
    id?: string | null,
    @Arg("version", () => GraphQLInt, { nullable: true, description: "The version it was read in." })
    version?: number | null,
  ): Promise<SavedView> {
    const asked = { id: id ?? null, version: version ?? null, grid, name, isShared, body };
    return refusing(async () => viewsOf(context).save(signedIn(context), asked));
  }

  @Mutation(() => Boolean, { description: "Deletes a view of the person's own." })
  deleteView(
    @Arg("id", () => GraphQLID, { description: "The view's number." }) id: string,
    @Arg("version", () => GraphQLInt, { description: "The version it was read in." }) version: number,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return refusing(async () => {
      await viewsOf(context).delete(signedIn(context), id, version);
      return true;
    });
  }
}
