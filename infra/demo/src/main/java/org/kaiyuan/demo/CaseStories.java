package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.WhyNot;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseChannel;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.StepKind;

/** Made-up cases of a zone in every state, whose days fit the clock that the product keeps. */
final class CaseStories {
    /**
     * Who decides a matter in the zone now.
     *
     * @param entry by which the park does; null where another body does
     * @param why the park does not; null where it does
     */
    record Held(
            @Nullable UUID entry,
            @Nullable String body,
            @Nullable WhyNot why,
            @Nullable String basis) {
        boolean here() {
            return why == null;
        }
    }

    /** Somebody of the zone who handles cases. */
    record Clerk(String username, String name) {}

    private static final int FIRST_OF_PORTAL = 12;
    private static final long FIRST_ID = 4_000_000_000L;

    /** Cases that the park has let pass. */
    private static final int OVERDUE = 2;

    private final List<ServiceStories.DemoService> services;
    private final List<DemoEnterprise> portal;
    private final List<DemoEnterprise> enterprises;
    private final Map<String, Held> held;
    private final List<Clerk> clerks;
    private final CaseCourses courses;
    private final DemoCompanies.@Nullable Company company;
    private final CaseDays days;
    private final LocalDate today;
    private final Draws draws;
    private final List<ServiceStories.DemoService> all;
    private final List<CaseStory> stories = new ArrayList<>();

    CaseStories(
            List<ServiceStories.DemoService> services,
            List<DemoEnterprise> portal,
            List<DemoEnterprise> enterprises,
            Map<String, Held> held,
            List<Clerk> clerks,
            DemoCompanies.@Nullable Company company,
            CaseDays days,
            Draws draws) {
        this.all = services;
        this.services =
                services.stream().filter(one -> one.track() != ServiceTrack.BUNDLE).toList();
        this.portal = portal;
        this.enterprises = enterprises;
        this.held = held;
        this.clerks = clerks;
        this.company = company;
        this.days = days;
        this.today = days.today();
        this.draws = draws;
        this.courses = new CaseCourses(held, clerks, days, draws);
    }

    /** In the order in which they were handed in. */
    List<CaseStory> of(int count) {
        many(count * 7 / 100, CaseState.SUBMITTED);
        many(count * 3 / 100, CaseState.SUPPLEMENT);
        many(count * 14 / 100, CaseState.ACCEPTED);
        many(count * 4 / 100, CaseState.DECIDED);
        many(count * 16 / 100, CaseState.DELIVERED);
        many(count * 3 / 100, CaseState.NOT_ACCEPTED);
        many(count * 4 / 100, CaseState.WITHDRAWN);
        entrusted();
        bundles();
        many(count - stories.size(), CaseState.ARCHIVED);
        stories.sort(
                Comparator.comparing((CaseStory one) -> one.submitted)
                        .thenComparing(one -> one.partOf == null ? one.id : one.partOf.id)
                        .thenComparing(one -> one.partNumber));
        return stories;
    }

    /** Repairs that the operating company sees to. */
    private void entrusted() {
        var repairs = services.stream().filter(one -> one.code().equals("BX-01")).findFirst();
        if (company == null || repairs.isEmpty()) {
            return;
        }
        var states =
                List.of(
                        CaseState.SUBMITTED,
                        CaseState.SUBMITTED,
                        CaseState.SUBMITTED,
                        CaseState.WITHDRAWN,
                        CaseState.DELIVERED,
                        CaseState.DELIVERED,
                        CaseState.DELIVERED,
                        CaseState.ARCHIVED,
                        CaseState.ARCHIVED,
                        CaseState.ARCHIVED);
        for (int i = 0; i < states.size(); i++) {
            stories.add(story(states.get(i), i, repairs.get(), company));
        }
    }

    /** The first of them of the enterprises that have somebody in the portal. */
    private void bundles() {
        for (var one : all) {
            if (one.track() == ServiceTrack.BUNDLE) {
                var theirs = new ArrayList<>(portal);
                for (int i = 0; i < portal.size(); i++) {
                    theirs.add(draws.oneOf(enterprises));
                }
                stories.addAll(
                        new BundleStories(one, all, held, clerks.getFirst(), days, draws)
                                .of(
                                        theirs.isEmpty() ? enterprises : theirs,
                                        FIRST_ID + stories.size()));
            }
        }
    }

    private void many(int count, CaseState state) {
        for (int i = 0; i < count; i++) {
            stories.add(story(state, i));
        }
    }

    private CaseStory story(CaseState state, int number) {
        return story(state, number, fitting(state, number), null);
    }

    /** @param to the operating company that it is assigned to; null for none */
    private CaseStory story(
            CaseState state,
            int number,
            ServiceStories.DemoService service,
            DemoCompanies.@Nullable Company to) {
        var enterprise =
                number < FIRST_OF_PORTAL && !portal.isEmpty()
                        ? portal.get(number % portal.size())
                        : draws.oneOf(enterprises);
        var contact = enterprise.contacts().isEmpty() ? null : enterprise.contacts().getFirst();
        var story =
                new CaseStory(
                        draws.id(FIRST_ID + stories.size()),
                        service,
                        enterprise,
                        contact == null ? "经办人" : contact.name(),
                        contact == null ? "13800000000" : contact.phone(),
                        submitted(state, service, number));
        story.company = to;
        story.channel = draws.chance(0.78) ? CaseChannel.PORTAL : CaseChannel.COUNTER;
        service.note()
                .materials()
                .forEach(one ->
                        story.materials.put(
                                one.key(),
                                one.held() ? MaterialState.HELD : MaterialState.HANDED_IN));
        story.happens(CaseAct.SUBMIT, StepKind.APPLY, story.submitted, story.applicant, null, true);
        courses.of(story, state, number);
        return story;
    }

    /** States that a ticket does not know are told of other services. */
    private ServiceStories.DemoService fitting(CaseState state, int number) {
        while (true) {
            var one =
                    number < services.size() && state == CaseState.ARCHIVED
                            ? services.get(number)
                            : draws.oneOf(services);
            boolean ticket = one.track() == ServiceTrack.TICKET;
            boolean known =
                    switch (state) {
                        case SUPPLEMENT, NOT_ACCEPTED, DECIDED -> !ticket;
                        case ACCEPTED ->
                                !ticket
                                        && one.note().promisedDays() >= 2
                                        && (number >= OVERDUE || decidesItself(one));
                        default -> true;
                    };
            if (known) {
                return one;
            }
        }
    }

    private boolean decidesItself(ServiceStories.DemoService service) {
        var holds = service.matter() == null ? null : held.get(service.matter());
        return service.matter() == null || (holds != null && holds.here());
    }

    private LocalDate submitted(CaseState state, ServiceStories.DemoService service, int number) {
        int promised = service.note().promisedDays();
        return switch (state) {
            case SUBMITTED ->
                    back(
                            service.track() == ServiceTrack.TICKET
                                    ? draws.below(promised)
                                    : draws.below(5));
            case SUPPLEMENT -> back(4 + draws.below(4));
            case ACCEPTED ->
                    back(
                            CaseCourses.LOOKED
                                    + (number < OVERDUE ? promised + 4 : draws.below(promised)));
            case DECIDED -> back(promised + 2);
            default -> days.longAgo(draws);
        };
    }

    private LocalDate back(int workingDays) {
        return days.back(workingDays);
    }
}
