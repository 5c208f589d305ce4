import { GraphQLID, type GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { graphqlErrorOf } from "../platform/errors/graphql-error";
import { Refusal } from "../platform/errors/refusal";
import { pathOf, refusing, rowBelow } from "../platform/graphql/bind";
import type { ResourceTypes } from "../platform/graphql/build-schema";
import { DateScalar, DateTimeScalar } from "../platform/graphql/scalars";
import type { Context } from "../platform/context";
import { ALL_ROLES, mayChange, mayDo, mayRead, type Person, type Role } from "../platform/policy/policy";
import { parseId } from "../platform/kinds/all";
import { version } from "../installation";
import type { Opened } from "../platform/session/sessions";
import { replacePassword } from "./password";

/** Signing in and out, and who is signed in: the nouns' types are at hand only when the schema is made. */
export function sessionResolvers(types: ResourceTypes): (new () => object)[] {
  const role = types.enumOf("Role");

  @ObjectType("Token", {
    description:
      "Khóa truy cập dữ liệu\n\nA token with which a program works on somebody's behalf. Its secret is shown once, when it is made.",
  })
  class Token {
    @Field(() => GraphQLID, { description: "The token's number." })
    id!: string;

    @Field(() => String, { description: "What it is used for." })
    name!: string;

    @Field(() => DateTimeScalar, { description: "When it was made." })
    createdAt!: string;

    @Field(() => Boolean, { description: "Whether it writes as well as reads." })
    mayChange!: boolean;

    @Field(() => DateScalar, {
      nullable: true,
      description: "The first day it no longer works; null means it does not expire.",
    })
    expiresOn!: string | null;

    @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used, to the hour." })
    lastUsedAt!: string | null;
  }

  @ObjectType("NewToken", { description: "A token just made, with its secret." })
  class NewToken {
    @Field(() => GraphQLID, { description: "The token's number." })
    id!: string;

    @Field(() => String, {
      description: "The secret, sent as `Authorization: Bearer …`. It is shown this once; only its hash is kept.",
    })
    secret!: string;
  }

  @ObjectType("Viewer", { description: "Người đang đăng nhập\n\nWhoever asks, and what they may." })
  class Viewer {
    @Field(() => [role], { description: "Their roles." })
    roles!: Role[];

    @Field(() => [String], { description: "What they may: procedure.read, procedure.change, period.close and so on." })
    permissions!: string[];

    @Field(() => String, { description: "The email they signed in with." })
    email!: string;

    @Field(() => DateScalar, {
      description: "The day that as-of days, periods and deadlines follow where no other is asked for.",
    })
    workingDate!: string;

    @Field(() => Boolean, { description: "Whether what is shown is the demo." })
    isDemo!: boolean;
  }

  @ObjectType("Site", { description: "What everybody may know of this server before signing in." })
  class Site {
    @Field(() => Boolean, { description: "Whether what is shown is the demo." })
    isDemo!: boolean;

    @Field(() => DateScalar, { description: "The working date, or today." })
    workingDate!: string;

    @Field(() => [role], { description: "The roles that the demo's sign-in buttons stand for; none outside the demo." })
    demoRoles!: Role[];

    @Field(() => String, { description: "The product's version." })
    version!: string;
  }

  const viewerOf = (context: Context, person: Person): Partial<Viewer> => {
    const { registry, clock, isDemo } = context.services;
    const permissions = registry.resources
      .filter((r) => r.root)
      .flatMap((r) => [
        ...(mayRead(r.policy, person) ? [`${r.single}.read`] : []),
        ...(mayChange(r.policy, person) && !r.readOnly ? [`${r.single}.change`] : []),
        ...Object.keys(r.policy.verbs ?? {})
          .filter((verb) => mayDo(r.policy, verb, person))
          .map((verb) => `${r.single}.${verb}`),
      ]);
    return { roles: [...person.roles], permissions, workingDate: clock.today(), isDemo };
  };

  const signedIn = (context: Context): Person => {
    if (!context.person) throw graphqlErrorOf(new Refusal("SIGN_IN", null));
    return context.person;
  };

  @Resolver(() => Viewer)
  class ViewerResolver {
    @Query(() => Viewer, { nullable: true, description: "Who is signed in; null where nobody is." })
    viewer(@Ctx() context: Context): Partial<Viewer> | null {
      return context.person && viewerOf(context, context.person);
    }

    @Query(() => Site, { description: "What everybody may know of this server before signing in." })
    site(@Ctx() { services }: Context): Site {
      const { isDemo, clock } = services;
      return { isDemo, workingDate: clock.today(), demoRoles: isDemo ? [...ALL_ROLES] : [], version };
    }

    @FieldResolver(() => types.object("Person"), { nullable: true, description: "The person." })
    person(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<unknown> {
      return rowBelow(context, pathOf(info.path), context.person?.id ?? null);
    }

    @FieldResolver(() => GraphQLID, { nullable: true, description: "The agency they work for." })
    agency(@Ctx() context: Context): string | null {
      return context.person?.agencyId ?? null;
    }

    @FieldResolver(() => String, { description: "The email they signed in with." })
    async email(@Ctx() context: Context): Promise<string> {
      const [[email]] = await context.services.database.read("SELECT email FROM person WHERE id = ?", [
        Number(signedIn(context).id),
      ]);
      return email as string;
    }

    @FieldResolver(() => [Token], { description: "The tokens they made, latest first." })
    tokens(@Ctx() context: Context): Promise<Token[]> {
      return context.services.tokens.of(signedIn(context));
    }
  }

  @Resolver()
  class SessionResolver {
    @Mutation(() => Viewer, {
      description: "Signs in with email and password; the session's cookie comes with the answer.",
    })
    async signIn(
      @Arg("email", () => String, { description: "The email address." }) email: string,
      @Arg("password", () => String, { description: "The password." }) password: string,
      @Ctx() context: Context,
    ): Promise<Partial<Viewer>> {
      const { sessions } = context.services;
      return refusing(async () =>
        this.enter(context, await sessions.signIn(email, password, context.address, (p) => this.admit(context, p))),
      );
    }

    @Mutation(() => Viewer, {
      description: "Signs in as the demo's person of a role. Refused where the demo was not seeded.",
    })
    async signInDemo(
      @Arg("role", () => role, { description: "Whose place to take." }) asked: Role,
      @Ctx() context: Context,
    ): Promise<Partial<Viewer>> {
      const { isDemo, sessions } = context.services;
      return refusing(async () => {
        const found = isDemo ? await sessions.demoPersonOf(asked) : null;
        if (!found) throw new Refusal("FORBIDDEN", "role", {}, "demoOnly");
        this.admit(context, found);
        return this.enter(context, await sessions.open(found));
      });
    }

    @Mutation(() => Boolean, { description: "Ends the session on the server. True where there was one." })
    async signOut(@Ctx() context: Context): Promise<boolean> {
      const { secret } = context.cookie;
      const ended = secret !== null && (await context.services.sessions.close(secret));
      context.cookie.clear();
      return ended;
    }

    @Mutation(() => Boolean, {
      description:
        "Gives the signed-in person another password and ends their sessions, but for a new one of this request's.",
    })
    changePassword(
      @Arg("current", () => String, { description: "The password that is to be replaced." }) current: string,
      @Arg("next", () => String, { description: "The new password, at least 15 characters." }) next: string,
      @Ctx() context: Context,
    ): Promise<boolean> {
      return refusing(async () => {
        const person = this.maker(context);
        await replacePassword(context, person, current, next);
        await this.enter(context, await context.services.sessions.open(person));
        return true;
      });
    }

    @Mutation(() => NewToken, {
      description:
        "Makes a token with which a program reads what the person may read and, where asked for, changes what they may change, people excepted.",
    })
    createToken(
      @Arg("name", () => String, { description: "What it is used for, 1 to 100 characters." }) name: string,
      @Ctx() context: Context,
      @Arg("expiresOn", () => DateScalar, { nullable: true, description: "The first day it no longer works." })
      expiresOn?: string | null,
      @Arg("mayChange", () => Boolean, {
        defaultValue: false,
        description: "Whether it writes as well: imports files and changes rows.",
      })
      mayChange = false,
    ): Promise<NewToken> {
      return refusing(async () =>
        context.services.tokens.create(this.maker(context), { name, expiresOn: expiresOn ?? null, mayChange }),
      );
    }

    @Mutation(() => Boolean, { description: "Revokes a token at once. True where it was the person's." })
    revokeToken(
      @Arg("id", () => GraphQLID, { description: "The token's number." }) id: string,
      @Ctx() context: Context,
    ): Promise<boolean> {
      return refusing(async () => {
        const read = parseId(id);
        if (!read.ok) throw new Refusal("BAD_INPUT", "id", {}, read.problem.reason);
        return context.services.tokens.revoke(this.maker(context), id);
      });
    }

    /** A token cannot make or revoke tokens: only somebody who signed in does. */
    private maker(context: Context): Person {
      const person = signedIn(context);
      if (person.byToken) throw new Refusal("FORBIDDEN", "token", {}, "tokenSecrets");
      return person;
    }

    /** Whoever signs in must be allowed what the answer is asked for: before there is a session. */
    private admit(context: Context, person: Person): void {
      context.services.planner.allow(context.planned!, person);
    }

    /** A new secret at every sign-in; the session that was there before ends. */
    private async enter(context: Context, { secret, person }: Opened): Promise<Partial<Viewer>> {
      if (context.cookie.secret) await context.services.sessions.close(context.cookie.secret);
      context.cookie.set(secret);
      context.person = person;
      return viewerOf(context, person);
    }
  }

  return [ViewerResolver, SessionResolver];
}
