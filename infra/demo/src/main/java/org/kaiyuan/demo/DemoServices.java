package org.kaiyuan.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.platform.calendar.CalendarYearMissing;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.services.ServicePublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The made-up services of a zone, over real matters, and cases in every state. */
@Component
class DemoServices {
    /** Cases of a zone. */
    static final int CASES = 400;

    private static final Logger log = LoggerFactory.getLogger(DemoServices.class);

    private final JdbcTemplate jdbc;
    private final WhoDecides whoDecides;
    private final WorkingDays workingDays;
    private final DemoAccounts accounts;
    private final DemoCompanies companies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DemoServices(
            JdbcTemplate jdbc,
            WhoDecides whoDecides,
            WorkingDays workingDays,
            DemoAccounts accounts,
            DemoCompanies companies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.whoDecides = whoDecides;
        this.workingDays = workingDays;
        this.accounts = accounts;
        this.companies = companies;
        this.events = events;
        this.clock = clock;
    }

    boolean isLoaded(String code) {
        return !jdbc.queryForList("select 1 from demo.loaded_services where code = ?", code)
                .isEmpty();
    }

    /** Puts them into the current zone, unless somebody has begun with services of their own there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void load(
            Place place,
            TenantId tenant,
            List<DemoEnterprise> enterprises,
            DemoCompanies.Company company,
            long seed) {
        if (!jdbc.queryForList("select 1 from services.service limit 1").isEmpty()) {
            return;
        }
        int first =
                jdbc.update(
                        "insert into demo.loaded_services (code, cases) values (?, ?) on conflict do nothing",
                        place.code(),
                        CASES);
        if (first == 0) {
            return; // another node was quicker
        }
        var today = LocalDate.now(clock);
        var portal = accounts.registerForServices(place.code(), enterprises);
        var clerks = accounts.registerDesk(place.code());
        companies.entrust(company);
        var all = ServiceStories.of(place.zone());
        var matters = matters(all);
        var services = askable(all, matters);
        var draws = new Draws(seed);
        var stories =
                stories(
                        services,
                        portal,
                        enterprises,
                        held(matters, today),
                        clerks,
                        company,
                        today,
                        draws);
        var writing =
                new CaseWriting(
                        jdbc,
                        tenant.value(),
                        place.code(),
                        place.zone(),
                        today,
                        clock.instant(),
                        draws,
                        matters);
        writing.services(services);
        writing.cases(stories);
        jdbc.update(
                "insert into services.setting (tenant_id, public_record, updated_by, updated_at) values (?, true, ?, now())",
                tenant.value(),
                place.code() + "-admin");
        services.forEach(one ->
                events.publishEvent(new ServicePublished(tenant, one.id().value(), 1, true)));
        log.info(
                "The demo has put {} services and {} cases into {}",
                services.size(),
                stories.size(),
                place.code());
    }

    private List<CaseStory> stories(
            List<ServiceStories.DemoService> services,
            List<DemoEnterprise> portal,
            List<DemoEnterprise> enterprises,
            Map<String, CaseStories.Held> held,
            List<CaseStories.Clerk> clerks,
            DemoCompanies.Company company,
            LocalDate today,
            Draws draws) {
        var known = enterprises.stream().filter(one -> one.creditCode() != null).toList();
        try {
            return new CaseStories(
                            services,
                            portal,
                            known,
                            held,
                            clerks,
                            company,
                            new CaseDays(workingDays.calendar(), today),
                            draws)
                    .of(CASES);
        } catch (CalendarYearMissing missing) {
            log.warn("The demo has no cases, for the holidays of {} are not known", missing.year());
            return List.of();
        }
    }

    /** Without those whose matter the zone's catalogue has lost, and bundles of them. */
    private static List<ServiceStories.DemoService> askable(
            List<ServiceStories.DemoService> all, Map<String, UUID> matters) {
        var kept =
                all.stream()
                        .filter(one -> one.matter() == null || matters.containsKey(one.matter()))
                        .toList();
        var ids = kept.stream().map(ServiceStories.DemoService::id).collect(Collectors.toSet());
        return kept.stream().filter(one -> ids.containsAll(one.note().parts())).toList();
    }

    /** Ids by code of the matters that the services are about. */
    private Map<String, UUID> matters(List<ServiceStories.DemoService> services) {
        var codes =
                services.stream()
                        .map(ServiceStories.DemoService::matter)
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        Map<String, UUID> found = new HashMap<>();
        jdbc.query(
                "select code, id from delegation.matter where code = any (?)",
                row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                },
                (Object) codes);
        return found;
    }

    private Map<String, CaseStories.Held> held(Map<String, UUID> matters, LocalDate today) {
        var rulings = whoDecides.here(matters.values().stream().map(MatterId::new).toList(), today);
        Map<String, CaseStories.Held> held = new HashMap<>();
        matters.forEach((code, id) -> {
            var ruling = rulings.get(new MatterId(id));
            if (ruling != null) {
                var entry = ruling.entry();
                held.put(
                        code,
                        new CaseStories.Held(
                                ruling.isHere() && entry != null ? entry.id().value() : null,
                                ruling.body(),
                                ruling.why(),
                                entry == null ? null : entry.note().document().number()));
            }
        });
        return held;
    }
}
