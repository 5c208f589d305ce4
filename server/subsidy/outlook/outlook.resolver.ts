import { GraphQLID } from "graphql";
import { Arg, Ctx, Field, InputType, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, DecimalScalar, VndScalar } from "../../platform/graphql/scalars";
import type { ShownInputs } from "../computation/gather.service";
import type { Compared } from "./compare.rules";
import { subsidyEffect, type Effect } from "./effect.service";
import { subsidyOutlook, type Outlook } from "./outlook.service";
import { outlookTypes } from "./outlook.types";

/** How long a program's money lasts, and what changes would do to it. */
export function outlookResolvers(types: ResourceTypes): (new () => object)[] {
  const { outlook, effect } = outlookTypes(types);

  @InputType("TriedRate", { description: "A rate to be tried out on a route." })
  class TriedRate {
    @Field(() => GraphQLID, { description: "The route, one of the program's." })
    route!: string;

    @Field(() => VndScalar, { description: "The rate for one of the units that it is paid by, VAT included." })
    amountVnd!: string;
  }

  @Resolver()
  class OutlookResolver {
    @Query(() => outlook, {
      description:
        "Triển vọng kinh phí của kế hoạch\n\nWhat a program's budget, claims and known months come to, what the rest of its year is expected to cost and when the budget runs out. For the payer, and for who sees everything.",
    })
    subsidyOutlook(
      @Ctx() context: Context,
      @Arg("program", () => GraphQLID, { description: "The program." }) program: string,
      @Arg("asOf", () => DateScalar, {
        nullable: true,
        description: "The day as of which it is told; absent: the working date.",
      })
      asOf?: string | null,
    ): Promise<object> {
      return refusing(async () => shownOutlook(await subsidyOutlook(context, program, asOf ?? null)));
    }

    @Query(() => effect, {
      description:
        "Tác động của một thay đổi đến kinh phí\n\nWhat other rates, another share, or procedures that leave the counter for the post would change in the months of the year that are not known yet. Nothing is written.",
    })
    subsidyEffect(
      @Ctx() context: Context,
      @Arg("program", () => GraphQLID, { description: "The program." }) program: string,
      @Arg("asOf", () => DateScalar, {
        nullable: true,
        description: "The day as of which it is told; absent: the working date.",
      })
      asOf?: string | null,
      @Arg("ratePercent", () => DecimalScalar, {
        nullable: true,
        description: "By how many percent every rate changes; negative is cheaper.",
      })
      ratePercent?: string | null,
      @Arg("rates", () => [TriedRate], {
        nullable: true,
        description: "New rates of single routes, whatever ratePercent says; by the unit of the rate expected there.",
      })
      rates?: TriedRate[] | null,
      @Arg("sharePercent", () => DecimalScalar, {
        nullable: true,
        description: "Another share on every route, in percent.",
      })
      sharePercent?: string | null,
      @Arg("moveToPost", () => [GraphQLID], {
        nullable: true,
        description: "Procedures whose counter dossiers go by post and are no longer carried.",
      })
      moveToPost?: string[] | null,
    ): Promise<object> {
      const trying = { ratePercent, rates, sharePercent, moveToPost };
      return refusing(async () => shownEffect(await subsidyEffect(context, program, asOf ?? null, trying)));
    }
  }
  return [OutlookResolver];
}

const text = (vnd: bigint | null): string | null => (vnd === null ? null : String(vnd));

const shownRoute = ({ id, code, from, fromName, to, toName, direction, carrier }: ShownInputs["routes"][number]) => ({
  id,
  code,
  from: { id: from, name: fromName },
  to: { id: to, name: toName },
  direction,
  carrier,
});

const shownCompared = ({ knownVnd, forecastVnd, dossiers, trips, perDossierVnd }: Compared) => ({
  knownVnd: String(knownVnd),
  forecastVnd: String(forecastVnd),
  dossiers,
  trips,
  perDossierVnd: text(perDossierVnd),
});

function shownOutlook({ money, forecast, knownVnd, months, routes, carriers, districts, ...rest }: Outlook): object {
  const { budgetVnd, paidVnd, committedVnd, pendingVnd } = money;
  const ofYear = (vnd: bigint | undefined): string | null => (vnd === undefined ? null : String(knownVnd + vnd));
  return {
    ...rest,
    budgetVnd: String(budgetVnd),
    paidVnd: String(paidVnd),
    committedVnd: String(committedVnd),
    pendingVnd: String(pendingVnd),
    remainingVnd: String(budgetVnd - paidVnd - committedVnd),
    knownVnd: String(knownVnd),
    forecastVnd: text(forecast?.amountVnd ?? null),
    yearVnd: ofYear(forecast?.amountVnd),
    yearLowVnd: ofYear(forecast?.lowVnd),
    yearHighVnd: ofYear(forecast?.highVnd),
    months: months.map((month) => ({
      ...month,
      claimedVnd: String(month.claimedVnd),
      amountVnd: text(month.amountVnd),
      lowVnd: text(month.lowVnd),
      highVnd: text(month.highVnd),
      cumulativeVnd: text(month.cumulativeVnd),
    })),
    routes: routes.map(({ route, ...compared }) => ({ route: shownRoute(route), ...shownCompared(compared) })),
    carriers: carriers.map(({ carrier, carriedBy, ...compared }) => ({
      carrier,
      carriedBy,
      ...shownCompared(compared),
    })),
    districts: districts.map(({ district, ...compared }) => ({ district, ...shownCompared(compared) })),
  };
}

function shownEffect({ outcome, routes, ...rest }: Effect): object {
  return {
    ...rest,
    beforeVnd: text(outcome?.beforeVnd ?? null),
    afterVnd: text(outcome?.afterVnd ?? null),
    differenceVnd: outcome ? String(outcome.afterVnd - outcome.beforeVnd) : null,
    yearBeforeVnd: text(outcome?.yearBeforeVnd ?? null),
    yearAfterVnd: text(outcome?.yearAfterVnd ?? null),
    runsOutBefore: outcome?.runsOutBefore ?? null,
    runsOutAfter: outcome?.runsOutAfter ?? null,
    routes: routes.map(({ route, beforeVnd, afterVnd }) => ({
      route: shownRoute(route),
      beforeVnd: String(beforeVnd),
      afterVnd: String(afterVnd),
    })),
  };
}
